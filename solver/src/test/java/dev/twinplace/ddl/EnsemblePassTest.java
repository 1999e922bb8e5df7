package dev.twinplace.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.nn.Mlp;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsemblePassTest {
    private static final int MEMBERS = 4;
    private static final List<Double> FEASIBLE = List.of(0.0, 0.0, 0.0, 0.0);

    /** Members 0 to 3 decide 00, 01, 10 and 11, on any input. */
    private static EnsemblePass constants() {
        IdentityExtractor extractor = new IdentityExtractor(1);
        Mlp shape = Ensemble.shape(extractor, 2);
        float[] weights = new float[MEMBERS * shape.parameters()];
        int last = shape.layers() - 1;
        int bias = shape.weightAt(last, shape.size(last), 0);
        for (int k = 0; k < MEMBERS; k++) {
            weights[k * shape.parameters() + bias] = k < 2 ? -1 : 1;
            weights[k * shape.parameters() + bias + 1] = k % 2 == 0 ? 0 : 1;
        }
        EnsemblePass pass =
                new Ensemble(extractor, 2, MEMBERS, new float[0], weights).newPass(KernelSelection.kernels());
        pass.decide(new float[] {1}, 0);
        return pass;
    }

    private static int index(float[] decision, int at) {
        return (int) (2 * decision[at] + decision[at + 1]);
    }

    private static final class Table implements Situation {
        private final List<Double> costs;
        private final List<Double> violations;
        private int asked;

        Table(List<Double> costs, List<Double> violations) {
            this.costs = costs;
            this.violations = violations;
        }

        @Override
        public void describe(float[] sample, int at) {
            sample[at] = 1;
        }

        @Override
        public double cost(float[] decision, int at) {
            asked = index(decision, at);
            return costs.get(asked);
        }

        @Override
        public double violation() {
            return violations.get(asked);
        }
    }

    private static int best(List<Double> costs, List<Double> violations) {
        EnsemblePass pass = constants();
        int best = pass.best(new Table(costs, violations));
        assertEquals(violations.get(best), pass.leastViolation());
        return best;
    }

    @Test
    void aBitIsOneAboveOneHalf() {
        EnsemblePass pass = constants();
        for (int k = 0; k < MEMBERS; k++) {
            assertEquals(k, index(pass.decisions(), k * pass.stride()), "an output of exactly 1/2 is 0");
        }
    }

    @Test
    void theCheapestThatBreaksNothingIsBest() {
        assertEquals(2, best(List.of(4.0, 3.0, 1.0, 2.0), FEASIBLE));
        assertEquals(1, best(List.of(4.0, 2.0, 2.0, 2.0), FEASIBLE), "the lowest among equals");
        assertEquals(3, best(List.of(4.0, 3.0, 1.0, 2.0), List.of(0.0, 1.0, 1.0, 0.0)));
    }

    @Test
    void ifAllBreakSomethingTheLeastBreakerIsBest() {
        assertEquals(1, best(List.of(4.0, 3.0, 1.0, 2.0), List.of(9.0, 7.0, 8.0, 7.5)));
        assertEquals(
                3, best(List.of(4.0, 3.0, 1.0, 2.0), List.of(9.0, 7.0, 8.0, 7.0)), "and the cheapest among equals");
    }
}
