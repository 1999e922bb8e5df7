package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingSampleTest {
    private static final double TEMPERATURE = 0.5;

    /** Of a loss per twin and a price in units to a difference of loads: the chain rule's constant factors. */
    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void theGradientIsTheSlopeOfTheLossInUnitsOfLoad(Coupling coupling) {
        PlacementProblem problem = ScenarioCompiler.compile(
                ScenarioGenerator.table2(Profile.CLUSTERED, coupling).generate(3));
        TrainingSample sample = TrainingSample.of(new PriceModel(PriceEnsemble.drawn(2, 4, 1)), problem);
        SharedResources resources = new SharedResources(problem);
        resources.read();
        double[] prices = {0.3, 0.7, 0.1};
        double[] gradient = new double[3];
        double loss = sample.judge(KernelSelection.kernels(), TEMPERATURE, prices, 0, gradient);
        assertTrue(loss > 0);
        for (int r = 0; r < 3; r++) {
            double factor = resources.loadUnit(r)
                    * resources.priceUnit(r)
                    / (TEMPERATURE * resources.meanSpread() * problem.twins());
            assertEquals(slope(sample, prices, r), factor * gradient[r], 2e-3);
        }
    }

    private static double slope(TrainingSample sample, double[] prices, int r) {
        double step = 1e-3;
        double[] above = prices.clone();
        double[] below = prices.clone();
        above[r] += step;
        below[r] -= step;
        double[] unused = new double[prices.length];
        return (sample.judge(KernelSelection.kernels(), TEMPERATURE, above, 0, unused)
                        - sample.judge(KernelSelection.kernels(), TEMPERATURE, below, 0, unused))
                / (2 * step);
    }
}
