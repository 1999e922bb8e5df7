package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomProblems;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceDecisionTest {
    private static final BudgetMeter UNLIMITED = Budget.UNLIMITED.start();

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 10", "15, 3", "40, 6", "120, 4"})
    void placementsAreFeasibleAndTheirCostIsTrueAtAnySize(int twins, int edges) {
        for (Coupling coupling : Coupling.values()) {
            for (Polish polish : Polish.values()) {
                ScenarioGenerator generator =
                        new ScenarioGenerator(Profile.CLUSTERED, coupling, twins, 8 * twins, edges, 0.5);
                for (long seed = 0; seed < 5; seed++) {
                    PlacementProblem problem = ScenarioCompiler.compile(generator.generate(seed));
                    PriceDecision decision = PriceDecision.of(PriceModel.shipped(), problem, polish);
                    assertTrue(decision.decide(UNLIMITED));
                    Placement placement = Placement.of(decision.placement());
                    assertTrue(PlacementChecker.isFeasible(problem, placement));
                    double cost = new CostEvaluator(problem).cost(decision.placement());
                    assertEquals(cost, decision.cost(), 1e-9 * problem.costMagnitude());
                    assertTrue(decision.lowerBound() <= cost * (1 + 1e-12));
                }
            }
        }
    }

    @Test
    void withNothingSharedTheDecisionIsOptimal() {
        PlacementProblem problem = ScenarioCompiler.compile(
                ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT).generate(1));
        PriceDecision decision = PriceDecision.of(PriceModel.shipped(), problem, Polish.NONE);
        assertTrue(decision.decide(UNLIMITED));
        assertEquals(new SeparableRelaxation(problem).lowerBound(), decision.cost(), 1e-9);
        assertEquals(decision.cost(), decision.lowerBound(), 1e-9);
    }

    @Test
    void polishingNeverMakesItWorse() {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.CLUSTERED, Coupling.CAPACITY, 30, 240, 5, 0.5);
        double raw = 0;
        double polished = 0;
        double iterated = 0;
        for (long seed = 0; seed < 20; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(generator.generate(seed));
            PriceDecision first = PriceDecision.of(PriceModel.shipped(), problem, Polish.NONE);
            PriceDecision second = PriceDecision.of(PriceModel.shipped(), problem, Polish.LOCAL_SEARCH);
            PriceDecision third = PriceDecision.of(PriceModel.shipped(), problem, Polish.ITERATED);
            assertTrue(first.decide(UNLIMITED) && second.decide(UNLIMITED) && third.decide(UNLIMITED));
            assertTrue(second.cost() <= first.cost() * (1 + 1e-12));
            assertTrue(third.cost() <= second.cost() * (1 + 1e-12));
            raw += first.cost();
            polished += second.cost();
            iterated += third.cost();
        }
        assertTrue(polished < raw);
        assertTrue(iterated < polished);
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void aWholeDecisionFromAScenarioAllocatesNothing(Coupling coupling) {
        requireNoAllocation(coupling, Polish.LOCAL_SEARCH);
    }

    @Test
    void iteratingAllocatesNothing() {
        requireNoAllocation(Coupling.CAPACITY, Polish.ITERATED);
    }

    private static void requireNoAllocation(Coupling coupling, Polish polish) {
        BudgetMeter meter = Budget.ofNodes(100).start();
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, coupling);
        List<Scenario> scenarios =
                LongStream.range(0, 20).mapToObj(generator::generate).toList();
        ProblemBuffer problem = new ProblemBuffer(15, 4);
        PriceDecision decision = PriceDecision.of(PriceModel.shipped(), problem, polish);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 10_000 && least > 0; round++) { // until it is compiled the Vector API allocates
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < scenarios.size(); i++) {
                problem.fill(scenarios.get(i));
                decision.decide(meter);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void everyStageEndsInItsTurn() {
        PlacementProblem problem = ScenarioCompiler.compile(
                ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY).generate(0));
        PriceModel model = PriceModel.shipped();
        List<DecisionStage> ended = new ArrayList<>();
        PriceDecision.of(model, problem, Polish.LOCAL_SEARCH, ended::add).decide(UNLIMITED);
        List<DecisionStage> expected = new ArrayList<>(List.of(DecisionStage.FEATURES));
        for (int k = 0; k < model.members(); k++) {
            expected.addAll(
                    List.of(DecisionStage.FORWARD, DecisionStage.DECODE, DecisionStage.REPAIR, DecisionStage.EVALUATE));
        }
        expected.add(DecisionStage.POLISH);
        assertEquals(expected, ended);
    }

    @Test
    void theSameProblemIsDecidedTheSameAgain() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY);
        ProblemBuffer problem = new ProblemBuffer(15, 4);
        problem.fill(generator.generate(0));
        PriceDecision decision = PriceDecision.of(PriceModel.shipped(), problem, Polish.LOCAL_SEARCH);
        assertTrue(decision.decide(UNLIMITED));
        int[] first = decision.placement().clone();
        problem.fill(generator.generate(1));
        assertTrue(decision.decide(UNLIMITED));
        assertFalse(Arrays.equals(first, decision.placement()));
        problem.fill(generator.generate(0));
        assertTrue(decision.decide(UNLIMITED));
        assertTrue(Arrays.equals(first, decision.placement()));
    }

    @Test
    void problemsOfAnyKindAreDecidedOrDeclined() {
        int found = 0;
        for (int seed = 0; seed < 500; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            PriceDecision decision = PriceDecision.of(PriceModel.shipped(), problem, Polish.LOCAL_SEARCH);
            if (decision.decide(UNLIMITED)) {
                found++;
                assertTrue(PlacementChecker.isFeasible(problem, Placement.of(decision.placement())));
            }
        }
        assertTrue(found > 300);
    }
}
