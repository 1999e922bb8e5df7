package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.StageListener;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.problem.ProblemVariant;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionSessionTest {
    private static final int TWINS = 15;
    private static final int SERVERS = 4;

    private static List<Scenario> table2(Coupling coupling, int count) {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.CLUSTERED, coupling);
        return LongStream.range(0, count).mapToObj(generator::generate).toList();
    }

    /** A server fails and comes back: an answer without any search is the start placement. */
    @Test
    void aWarmSessionStartsWhereTheTwinsWere() {
        PlacementProblem problem = RandomProblems.of(Kind.CONTENTION, TWINS, SERVERS, 7);
        boolean[] barred = new boolean[TWINS * SERVERS];
        for (int m = 0; m < TWINS; m++) {
            barred[m * SERVERS] = true;
        }
        PlacementProblem failed = ProblemVariant.withBars(problem, barred);
        List<Optional<Placement>> starts = new ArrayList<>();
        List<KeptPrices> prices = new ArrayList<>();
        PlacementSolver greedy = Solvers.create("greedy");
        DecisionSession session = DecisionSession.openWarm(context -> {
            starts.add(context.hasIncumbent() ? Optional.of(Placement.of(context.incumbent())) : Optional.empty());
            prices.add(context.prices());
            greedy.solve(context);
        });
        for (PlacementProblem each : List.of(problem, failed, problem, RandomProblems.of(Kind.CONTENTION, 3, 2, 7))) {
            assertTrue(session.decide(each, Budget.UNLIMITED, 0));
        }
        assertEquals(Optional.empty(), starts.get(0));
        assertTrue(starts.get(1).isPresent() && starts.get(2).isPresent());
        assertEquals(Optional.empty(), starts.get(3));
        assertTrue(prices.stream().allMatch(each -> each == prices.get(0)));
        assertEquals(
                0,
                IntStream.range(0, TWINS)
                        .filter(m -> starts.get(1).get().serverOf(m) == 0)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random",
                "cloud-only",
                "average",
                "best-fixed",
                "greedy",
                "local-search",
                "ddl-price",
                "ddl-price:polish=none",
                "ddl-paper"
            })
    void answersAreThoseOfASolveWhicheverTheSolver(String id) {
        PlacementSolver solver = Solvers.create(id);
        for (Coupling coupling : Coupling.values()) {
            DecisionSession session = DecisionSession.open(solver, TWINS, SERVERS);
            for (Scenario scenario : table2(coupling, 5)) {
                SolveResult result = solver.solve(
                        SolveRequest.of(ProblemInstance.of(scenario)).withSeed(3));
                boolean found = session.decide(scenario, Budget.UNLIMITED, 3);
                assertEquals(result.placement().isPresent(), found);
                assertEquals(result.cost(), session.cost());
                if (found) {
                    assertArrayEquals(result.placement().get().toArray(), session.placement());
                }
            }
        }
    }

    @Test
    void aSolverThatKeepsNothingIsAskedAnew() {
        PlacementSolver keepsNothing = context -> Solvers.create("local-search").solve(context);
        DecisionSession session = DecisionSession.open(keepsNothing, TWINS, SERVERS);
        assertThrows(IllegalStateException.class, session::placement);
        assertEquals(Double.POSITIVE_INFINITY, session.cost());
        DecisionSession keeping = DecisionSession.open(Solvers.create("local-search"), TWINS, SERVERS);
        for (Scenario scenario : table2(Coupling.CONTENTION, 3)) {
            assertTrue(session.decide(scenario, Budget.UNLIMITED, 1));
            assertTrue(keeping.decide(scenario, Budget.UNLIMITED, 1));
            assertArrayEquals(session.placement(), keeping.placement());
            assertEquals(session.cost(), keeping.cost());
            assertTrue(session.lowerBound() > 0 && session.lowerBound() <= session.cost());
        }
    }

    @ParameterizedTest
    @CsvSource({"CAPACITY_TIGHT, 40, 6", "CONTENTION, 40, 6", "CAPACITY_TIGHT, 6, 3", "INFEASIBLE, 5, 3"})
    void problemsOfNoScenarioAreDecidedAsBySolving(Kind kind, int twins, int servers) {
        for (String id : List.of("greedy", "ddl-price")) {
            PlacementSolver solver = Solvers.create(id);
            DecisionSession session = DecisionSession.open(solver, twins, servers);
            for (int seed = 0; seed < 10; seed++) {
                PlacementProblem problem = RandomProblems.of(kind, twins, servers, seed);
                SolveResult result = solver.solve(problem);
                assertEquals(result.placement().isPresent(), session.decide(problem, Budget.UNLIMITED, 0));
                assertEquals(result.cost(), session.cost());
                assertTrue(session.lowerBound() <= session.cost());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ddl-price, false", "ddl-price, true", "ddl-price:polish=none, false", "ddl-paper, false"})
    void aLearnedDecisionAllocatesNothing(String id, boolean isLimited) {
        Budget budget = isLimited ? Budget.ofTime(Duration.ofHours(1)) : Budget.UNLIMITED;
        for (Coupling coupling : Coupling.values()) {
            DecisionSession session = DecisionSession.open(Solvers.create(id), TWINS, SERVERS);
            List<Scenario> scenarios = table2(coupling, 20);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 10_000 && least > 0; round++) { // until it is compiled the Vector API allocates
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < scenarios.size(); i++) {
                    session.decide(scenarios.get(i), budget, 0);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least);
        }
    }

    @Test
    void aLimitOfTimeCountsFromEachDecisionOn() throws InterruptedException {
        List<Long> left = new ArrayList<>();
        PlacementSolver solver = new Remembering() {
            @Override
            public boolean decide(BudgetMeter meter, long seed) {
                left.add(meter.nanosLeft());
                return false;
            }
        };
        DecisionSession session = DecisionSession.open(solver, 5, 3);
        PlacementProblem problem = RandomProblems.of(Kind.INDEPENDENT, 5, 3, 1);
        Budget budget = Budget.ofTime(Duration.ofNanos(1));
        session.decide(problem, Budget.ofTime(Duration.ofHours(1)), 0);
        Thread.sleep(2);
        session.decide(problem, Budget.ofTime(Duration.ofHours(1)), 0);
        session.decide(problem, budget, 0);
        assertTrue(left.get(0) > Duration.ofMinutes(59).toNanos());
        assertTrue(left.get(1) > Duration.ofHours(1).minusMillis(2).toNanos(), "the clock starts again");
        assertTrue(left.get(2) <= 1);
    }

    @Test
    void aWrongSolverIsNotLetThrough() {
        PlacementSolver overloading = new Remembering() {
            @Override
            public boolean decide(BudgetMeter meter, long seed) {
                return true; // all twins on one server
            }
        };
        DecisionSession session = DecisionSession.open(overloading, 5, 3);
        PlacementProblem problem = RandomProblems.of(Kind.INFEASIBLE, 5, 3, 1);
        assertThrows(IllegalStateException.class, () -> session.decide(problem, Budget.UNLIMITED, 0));
        assertEquals(Double.POSITIVE_INFINITY, session.cost());
        assertThrows(IllegalStateException.class, session::placement);
    }

    @Test
    void questionsThatDoNotFitAreRefused() {
        DecisionSession session = DecisionSession.open(Solvers.create("ddl-price"), 5, 3);
        PlacementProblem larger = RandomProblems.of(Kind.INDEPENDENT, 6, 3, 1);
        assertThrows(IllegalArgumentException.class, () -> session.decide(larger, Budget.UNLIMITED, 0));
        DecisionSession paper = DecisionSession.open(Solvers.create("ddl-paper"), 5, 3);
        PlacementProblem problem = RandomProblems.of(Kind.INDEPENDENT, 5, 3, 1);
        assertThrows(UnsupportedProblemException.class, () -> paper.decide(problem, Budget.UNLIMITED, 0));
    }

    @Test
    void stagesAreToldInTheirTurn() {
        List<DecisionStage> ended = new ArrayList<>();
        DecisionSession session = DecisionSession.open(Solvers.create("ddl-paper"), TWINS, SERVERS, ended::add);
        session.decide(table2(Coupling.INDEPENDENT, 1).get(0), Budget.UNLIMITED, 0);
        assertEquals(
                List.of(
                        DecisionStage.COMPILE,
                        DecisionStage.FEATURES,
                        DecisionStage.FORWARD,
                        DecisionStage.DECODE,
                        DecisionStage.EVALUATE,
                        DecisionStage.EVALUATE),
                ended);
        assertFalse(session.lowerBound() > 0);
    }

    /** A solver that is its own memory: it proposes server 0 for all. */
    private abstract static class Remembering implements PlacementSolver, RepeatedDecision {
        private int[] placement;

        @Override
        public void solve(SolveContext context) {
            throw new IllegalStateException("asked anew");
        }

        @Override
        public Optional<RepeatedDecision> repeated(ProblemView view, StageListener listener) {
            placement = new int[view.twins()];
            return Optional.of(this);
        }

        @Override
        public int[] placement() {
            return placement;
        }
    }
}
