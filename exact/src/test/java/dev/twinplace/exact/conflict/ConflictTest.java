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
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.PlacementProblem;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Conflicts against CP-SAT, for the scenario that keeps their rules, and placements by definition without each of them. */
class ConflictTest {
    /** {@code -Dtwinplace.conflicts=1000} tests as many conflicts, in limited time. */
    private static final int CONFLICTS = Integer.getInteger("twinplace.conflicts", 0);

    private static final int FEW_CONFLICTS = 12;

    /** Of the few, whose searches all end soon without a limit. */
    private static final long FIRST_SEED = 15;

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    /** Of CP-SAT, which does not prove all conflicts in any time. */
    private static final Duration TIME_OF_CHECK = Duration.ofSeconds(5);

    private static final int TWINS = 60;
    private static final int SERVERS = 10;

    private static Optional<Conflict> conflict(Scenario scenario) {
        return Conflict.of(scenario);
    }

    /** Prints what processor time the searches took, and how many ended with a proof if their time was limited. */
    @Test
    void randomConflictsAreMinimal() {
        List<Double> millis = new ArrayList<>();
        int conflicts = CONFLICTS > 0 ? CONFLICTS : FEW_CONFLICTS;
        int minimal = 0;
        int proven = 0;
        int missed = 0;
        for (long seed = CONFLICTS > 0 ? 0 : FIRST_SEED; millis.size() < conflicts; seed++) {
            Scenario scenario = BrokenScenarios.of(TWINS, SERVERS, seed);
            RuleBook book = RuleBooks.of(scenario);
            long start = processorTime();
            Optional<ConflictSearch.Found> conflict = ConflictSearch.find(book, CONFLICTS > 0 ? LIMIT : NO_LIMIT);
            if (conflict.isPresent()) {
                millis.add((processorTime() - start) / 1e6);
                minimal += conflict.get().minimal() ? 1 : 0;
                SolveResult kept =
                        solve(KeptRules.of(scenario, rules(book, conflict.get().rules())));
                assertTrue(kept.placement().isEmpty(), "seed " + seed);
                proven += kept.status() == SolveStatus.INFEASIBLE ? 1 : 0;
                if (conflict.get().minimal()) {
                    requireNeeded(scenario, book, conflict.get(), "seed " + seed);
                }
            } else {
                missed += solve(scenario).placement().isPresent() ? 0 : 1;
            }
        }
        assertTrue(minimal == conflicts || CONFLICTS > 0, "not minimal without a limit");
        assertTrue(2 * proven >= conflicts, proven + " proven by CP-SAT");
        millis.sort(Comparator.naturalOrder());
        System.out.printf(
                "%d conflicts, %d proven minimal, %d proven by CP-SAT; %d scenarios undecided; processor time: median"
                        + " %.0f ms, %d in 0.5 s, 99 %% in %.0f ms, longest %.0f ms%n",
                millis.size(),
                minimal,
                proven,
                missed,
                millis.get(millis.size() / 2),
                millis.stream().filter(each -> each <= 500).count(),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Set<Rule> rules(RuleBook book, BitSet indices) {
        Set<Rule> rules = new HashSet<>();
        indices.stream().forEach(r -> rules.add(book.rules().get(r)));
        return rules;
    }

    /** Some questions are then left open; those rules stay, and what is stated conflicts all the same. */
    @Test
    void conflictsFoundWithoutTimeAreConflicts() {
        int open = 0;
        for (long seed = 0; seed < 30; seed++) {
            Scenario scenario = BrokenScenarios.of(TWINS, SERVERS, seed);
            RuleBook book = RuleBooks.of(scenario);
            Optional<ConflictSearch.Found> conflict = ConflictSearch.find(book, Duration.ZERO);
            if (conflict.isPresent() && !conflict.get().minimal()) {
                open++;
                SolveResult kept =
                        solve(KeptRules.of(scenario, rules(book, conflict.get().rules())));
                assertTrue(kept.placement().isEmpty(), "seed " + seed);
            }
        }
        assertTrue(open > 2, open + " not proven minimal");
    }

    /** Without any one of the rules the placement that was found keeps the others, by their definition. */
    private static void requireNeeded(Scenario scenario, RuleBook book, ConflictSearch.Found conflict, String which) {
        for (int rule : conflict.rules().stream().toArray()) {
            BitSet others = (BitSet) conflict.rules().clone();
            others.clear(rule);
            assertEquals(
                    List.of(),
                    PlacementRules.broken(
                            KeptRules.of(scenario, rules(book, others)),
                            conflict.without().get(rule)),
                    () -> which + " without " + book.rules().get(rule).text());
        }
    }

    /** The first placement, or the proof that there is none. */
    private static SolveResult solve(Scenario scenario) {
        CancellationToken found = new CancellationToken();
        return new CpSatSolver()
                .solve(SolveRequest.of(ConstraintCompiler.compile(scenario).problem())
                        .withBudget(Budget.ofTime(TIME_OF_CHECK))
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
                    ConflictSearch.find(RuleBooks.of(scenario), Duration.ofMinutes(1))
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

    private static TwinConstraints twin(Map<String, Double> demands, double maxLatencySeconds) {
        TwinConstraints none = TwinConstraints.NONE;
        return new TwinConstraints(
                demands,
                none.pinned(),
                none.allowedServers(),
                none.forbiddenServers(),
                none.requiredLabels(),
                maxLatencySeconds,
                none.unplacedPenalty(),
                none.moveCost(),
                none.onFailure());
    }

    /** Twins of 10 MB on two edges with so much memory each. */
    private static Scenario operated(
            Coupling coupling, double memoryGB, List<TwinConstraints> twins, String... separate) {
        double[] workloads = new double[twins.size()];
        Arrays.fill(workloads, 10);
        Scenario plain = packing(Double.POSITIVE_INFINITY, 2, workloads);
        ServerConstraints limited = new ServerConstraints(Set.of(), ServerStatus.UP, Map.of("memoryGB", memoryGB));
        List<TwinGroup> groups =
                separate.length == 0 ? List.of() : List.of(new TwinGroup(TwinGroup.Kind.SEPARATE, List.of(separate)));
        Constraints constraints = new Constraints(true, List.of(limited, limited), twins, groups, List.of());
        return new Scenario(
                "operated",
                0.5,
                coupling,
                plain.parameters(),
                plain.servers(),
                plain.twins(),
                plain.devices(),
                constraints);
    }

    private static List<String> texts(Conflict conflict) {
        return conflict.rules().stream().map(Rule::text).toList();
    }

    @Test
    void aFurtherResourceIsCountedAndRaised() {
        TwinConstraints demanding = twin(Map.of("memoryGB", 3.0), Double.POSITIVE_INFINITY);
        Conflict conflict = conflict(operated(
                        Coupling.INDEPENDENT, 4, List.of(demanding, demanding, demanding, TwinConstraints.NONE)))
                .orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals("3 twins need 9 memoryGB on edge-1, edge-2, where there is 8", conflict.summary());
        assertEquals(
                List.of(
                        "edge-1 has 4 memoryGB",
                        "edge-2 has 4 memoryGB",
                        "twin-0 must be placed, and needs 3 memoryGB",
                        "twin-1 must be placed, and needs 3 memoryGB",
                        "twin-2 must be placed, and needs 3 memoryGB"),
                texts(conflict));
        assertEquals(1, conflict.changes().size());
        assertTrue(
                conflict.changes().get(0).matches("give edge-[12] 6 memoryGB in place of 4"),
                conflict.changes()::toString);
    }

    @Test
    void twinsThatMustBeSeparateNeedAsManyServers() {
        TwinConstraints any = TwinConstraints.NONE;
        Conflict conflict = conflict(
                        operated(Coupling.INDEPENDENT, 4, List.of(any, any, any), "twin-0", "twin-1", "twin-2"))
                .orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals("3 twins that must be separate have 2 servers: edge-1, edge-2", conflict.summary());
        assertEquals(
                List.of(
                        "twin-0 must be placed",
                        "twin-1 must be placed",
                        "twin-2 must be placed",
                        "twin-0, twin-1, twin-2 must be separate"),
                texts(conflict));
        assertEquals(List.of("let twin-0, twin-1, twin-2 share a server"), conflict.changes());
    }

    /** On the first edge one is computed on in 0.05 s, two in 0.1 s; the second is too far for the limit of 0.175 s. */
    @Test
    void twinsThatShareAProcessorAreTooSlow() {
        TwinConstraints hurried = twin(Map.of(), 10 * 100 / 10_000.0 + 1.5 * 10 * 10 / 1000.0 / 2);
        Conflict conflict = conflict(operated(Coupling.CONTENTION, 4, List.of(hurried, hurried, TwinConstraints.NONE)))
                .orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals(
                "2 twins bring 20 MB of work to edge-1, where latency limits leave room for 15", conflict.summary());
        Map<Rule.Kind, Long> kinds =
                conflict.rules().stream().collect(Collectors.groupingBy(Rule::kind, Collectors.counting()));
        assertEquals(Map.of(Rule.Kind.LATENCY, 2L, Rule.Kind.PLACED, 2L), kinds);
        assertTrue(
                conflict.changes().get(0).matches("let twin-[012] tolerate [0-9.]+ s in place of 0.175 s"),
                conflict.changes()::toString);
    }

    /** Each group could be separate and the memory is enough, but not both. */
    @Test
    void rulesOfDifferentKindsConflictTogether() {
        TwinConstraints small = twin(Map.of("memoryGB", 1.0), Double.POSITIVE_INFINITY);
        TwinConstraints large = twin(Map.of("memoryGB", 4.0), Double.POSITIVE_INFINITY);
        Conflict conflict = conflict(
                        operated(Coupling.INDEPENDENT, 4, List.of(small, small, large), "twin-0", "twin-1"))
                .orElseThrow();
        assertTrue(conflict.minimal());
        assertEquals("each of these rules can be kept, but no placement keeps them all", conflict.summary());
        assertEquals(6, conflict.rules().size(), () -> "two capacities, three twins, a group: " + texts(conflict));
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
