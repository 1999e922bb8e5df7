package dev.twinplace.exact.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.cpsat.CpSatSolver;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conflicts against CP-SAT, which solves the scenario that keeps the rules of a conflict, and those without each of them. */
class ConflictTest {
    /** {@code -Dtwinplace.conflicts=1000} tests as many conflicts. */
    private static final int CONFLICTS = Integer.getInteger("twinplace.conflicts", 12);

    private static final int TWINS = 60;
    private static final int SERVERS = 10;

    private static Optional<Conflict> conflict(Scenario scenario) {
        return Conflict.of(scenario, ConstraintCompiler.compile(scenario));
    }

    @Test
    void randomConflictsAreMinimal() {
        int found = 0;
        for (long seed = 0; found < CONFLICTS; seed++) {
            Scenario scenario = BrokenScenarios.of(TWINS, SERVERS, seed);
            CompiledScenario compiled = ConstraintCompiler.compile(scenario);
            RuleBook book = RuleBooks.of(scenario, compiled);
            Optional<ConflictSearch.Found> conflict = ConflictSearch.find(book, Duration.ofMinutes(1));
            if (conflict.isPresent()) {
                found++;
                assertTrue(conflict.get().minimal(), "seed " + seed);
                Set<Rule> rules = new HashSet<>();
                conflict.get().rules().stream()
                        .forEach(r -> rules.add(book.rules().get(r)));
                requireMinimal(scenario, rules, "seed " + seed);
            }
        }
    }

    /** Some questions are then left open; those rules stay, and what is stated conflicts all the same. */
    @Test
    void conflictsFoundWithoutTimeAreConflicts() {
        int open = 0;
        for (long seed = 0; seed < 60; seed++) {
            Scenario scenario = BrokenScenarios.of(TWINS, SERVERS, seed);
            RuleBook book = RuleBooks.of(scenario, ConstraintCompiler.compile(scenario));
            Optional<ConflictSearch.Found> conflict = ConflictSearch.find(book, Duration.ZERO);
            if (conflict.isPresent() && !conflict.get().minimal()) {
                open++;
                Set<Rule> rules = new HashSet<>();
                conflict.get().rules().stream()
                        .forEach(r -> rules.add(book.rules().get(r)));
                SolveResult kept = solve(KeptRules.of(scenario, rules));
                assertEquals(SolveStatus.INFEASIBLE, kept.status(), "seed " + seed);
            }
        }
        assertTrue(open > 2, open + " not proven minimal");
    }

    private static void requireMinimal(Scenario scenario, Set<Rule> rules, String which) {
        assertEquals(
                SolveStatus.INFEASIBLE, solve(KeptRules.of(scenario, rules)).status(), which);
        for (Rule rule : rules) {
            Set<Rule> others = new HashSet<>(rules);
            others.remove(rule);
            assertTrue(
                    solve(KeptRules.of(scenario, others)).placement().isPresent(),
                    () -> which + ": is not needed: " + rule.text());
        }
    }

    /** The first placement, or the proof that there is none. */
    private static SolveResult solve(Scenario scenario) {
        CancellationToken found = new CancellationToken();
        return new CpSatSolver()
                .solve(SolveRequest.of(ConstraintCompiler.compile(scenario).problem())
                        .withBudget(Budget.ofTime(Duration.ofMinutes(2)))
                        .withCancellation(found)
                        .withListener((cost, bound, elapsed) -> found.cancel()));
    }

    @Test
    void aScenarioWithAPlacementHasNoConflict() {
        int feasible = 0;
        for (long seed = 0; seed < 40; seed++) {
            Scenario scenario = BrokenScenarios.of(12, 4, seed);
            CompiledScenario compiled = ConstraintCompiler.compile(scenario);
            SolveResult result = new BranchAndBoundSolver().solve(SolveRequest.of(compiled.problem()));
            feasible += result.placement().isPresent() ? 1 : 0;
            assertEquals(
                    result.status() == SolveStatus.INFEASIBLE,
                    ConflictSearch.find(RuleBooks.of(scenario, compiled), Duration.ofMinutes(1))
                            .isPresent(),
                    "seed " + seed);
        }
        assertTrue(feasible >= 5 && feasible <= 35, "feasible: " + feasible);
    }

    @Test
    void changesWork() {
        int changed = 0;
        for (long seed = 0; seed < 30; seed++) {
            Optional<Conflict> conflict = conflict(BrokenScenarios.of(12, 4, seed));
            if (conflict.isPresent() && !conflict.get().changes().isEmpty()) {
                changed++;
                assertTrue(Double.isFinite(conflict.get().costAfter()), "seed " + seed);
            }
        }
        assertTrue(changed >= 5, "changed: " + changed);
    }

    /** Twins of these workloads on edges of one capacity, without a cloud. */
    private static Scenario packing(double capacityMB, int edges, double... workloadsMB) {
        List<Server> servers = new ArrayList<>();
        for (int s = 1; s <= edges; s++) {
            servers.add(PaperDefaults.edge("edge-" + s, 100 * s, 0, 2, capacityMB));
        }
        List<String> twins = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        for (int m = 0; m < workloadsMB.length; m++) {
            twins.add("twin-" + m);
            devices.add(new Device("device-" + m, m, 0, 0, workloadsMB[m], 1000));
        }
        return new Scenario("packing", 0.5, Coupling.CAPACITY, PaperDefaults.PARAMETERS, servers, twins, devices);
    }

    @Test
    void tooMuchIsCountedAndTheCapacityIsRaised() {
        Conflict conflict = conflict(packing(50, 2, 30, 20, 30, 20, 5)).orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals("5 twins need 105 workloadMB on edge-1, edge-2, where there is 100", conflict.summary());
        assertEquals(7, conflict.rules().size());
        assertEquals(1, conflict.changes().size());
        assertTrue(
                conflict.changes().get(0).matches("give edge-[12] 55 workloadMB in place of 50"), conflict::toString);
    }

    @Test
    void threeHalvesDoNotFitOnTwoServers() {
        Conflict conflict = conflict(packing(50, 2, 26, 26, 26, 1)).orElseThrow();
        assertTrue(conflict.minimal());
        assertTrue(conflict.summary().startsWith("the capacities are enough in sum"), conflict::summary);
        assertEquals(5, conflict.rules().size(), "two servers and three twins: " + conflict.rules());
    }

    @Test
    void aTwinThatFitsNowhereConflictsAlone() {
        Conflict conflict = conflict(packing(50, 2, 60, 10)).orElseThrow();
        assertEquals("no server is left to a twin", conflict.summary());
        assertEquals(
                List.of(
                        "edge-1 has 50 workloadMB",
                        "edge-2 has 50 workloadMB",
                        "twin-0 must be placed, and needs 60 workloadMB"),
                conflict.rules().stream().map(Rule::text).toList());
    }

    @Test
    void severalConflictsNeedSeveralChanges() {
        Conflict conflict = conflict(packing(50, 1, 60, 70)).orElseThrow();
        assertFalse(conflict.changes().isEmpty());
        assertTrue(Double.isFinite(conflict.costAfter()));
    }

    @Test
    void problemsOfNoScenarioHaveConflictsToo() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .demand(0, 3)
                .demand(1, 3)
                .demand(2, 3)
                .capacity(0, 5)
                .capacity(1, 3)
                .build();
        Conflict conflict = Conflict.of(problem).orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals("3 twins need 9 demand on agent 0, agent 1, where there is 8", conflict.summary());
    }
}
