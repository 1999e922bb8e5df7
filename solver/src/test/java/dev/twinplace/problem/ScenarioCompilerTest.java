package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The algebraic form must be the physical model in other words. */
class ScenarioCompilerTest {
    @ParameterizedTest
    @MethodSource("dev.twinplace.testing.Scenarios#varied")
    void theObjectiveIsThePhysicalCostOfEveryPlacement(Scenario scenario) {
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20; i++) {
            int[] placement = RandomProblems.placement(problem, random);
            double physical = Outcome.of(scenario, placement).totalCost();
            assertEquals(physical, NaiveCost.cost(problem, placement), 1e-12 * physical);
        }
    }

    @Test
    void contentionHasThePaperFormOfKappa() {
        Scenario scenario = table2(Coupling.CONTENTION, 7);
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        for (int s = 0; s < 3; s++) {
            double clock = scenario.servers().get(s).clockGHz();
            assertEquals(0.5 * 10 / (1000 * clock), problem.contention(s), 1e-18);
        }
        assertEquals(0, problem.contention(3));
        assertTrue(problem.isCloud(3));
        assertTrue(problem.hasContention() && !problem.hasCapacities() && !problem.isSeparable());
    }

    @Test
    void capacityMakesTheWorkloadTheDemandEverywhere() {
        Scenario scenario = table2(Coupling.CAPACITY, 7);
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        double[] workload = new double[problem.twins()];
        scenario.devices().forEach(device -> workload[device.twin()] += device.workloadMB());
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                assertEquals(workload[m], problem.demand(m, s), 1e-9);
            }
        }
        for (int s = 0; s < problem.servers(); s++) {
            assertEquals(scenario.servers().get(s).capacityMB(), problem.capacity(s));
        }
        assertTrue(problem.hasCapacities() && !problem.hasContention());
    }

    @Test
    void capacitiesCountOnlyUnderTheCouplingOfThatName() {
        Scenario limited = table2(Coupling.CAPACITY, 7);
        for (Coupling coupling : List.of(Coupling.INDEPENDENT, Coupling.CONTENTION)) {
            PlacementProblem problem = ScenarioCompiler.compile(with(limited, coupling, limited.devices()));
            assertTrue(!problem.hasCapacities());
        }
        assertTrue(ScenarioCompiler.compile(with(limited, Coupling.INDEPENDENT, limited.devices()))
                .isSeparable());
    }

    @Test
    void aloneOnItsServerATwinUnderContentionCostsWhatThePaperSays() {
        Scenario scenario = new ScenarioGenerator(Profile.TABLE2, Coupling.CONTENTION, 3, 24, 3, 0.5).generate(3);
        int[] apart = {2, 0, 1};
        Scenario independent = with(scenario, Coupling.INDEPENDENT, scenario.devices());
        double paper = Outcome.of(independent, apart).totalCost();
        assertEquals(paper, NaiveCost.cost(ScenarioCompiler.compile(scenario), apart), 1e-12 * paper);
    }

    @Test
    void valuesThatOverflowTheCostAreRefused() {
        Scenario scenario = table2(Coupling.INDEPENDENT, 1);
        List<Device> huge = List.of(new Device("d", 0, 1e200, -1e200, 1e200, 1));
        Scenario overflowing = with(scenario, Coupling.INDEPENDENT, huge);
        String message = assertThrows(IllegalArgumentException.class, () -> ScenarioCompiler.compile(overflowing))
                .getMessage();
        assertTrue(message.contains("overflow"), message);
    }

    private static Scenario table2(Coupling coupling, long seed) {
        return ScenarioGenerator.table2(Profile.TABLE2, coupling).generate(seed);
    }

    private static Scenario with(Scenario scenario, Coupling coupling, List<Device> devices) {
        List<Server> servers = scenario.servers();
        return new Scenario(
                "changed", scenario.alpha(), coupling, PaperDefaults.PARAMETERS, servers, scenario.twins(), devices);
    }
}
