package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.replan.Move;
import dev.twinplace.decision.replan.PreviousPlacement;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.decision.replan.ReplanProblem;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.testing.RandomScenarios;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Re-placement through {@code branch-and-bound} against the scenario's rules and costs, placement by placement. */
class ReplanAgreementTest {
    private static final int MAX_PLACEMENTS = 20_000;
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final BranchAndBoundSolver solver = new BranchAndBoundSolver();

    private Proposal propose(Scenario scenario, Map<String, Optional<String>> ids, double moveCost) {
        return propose(scenario, ids, moveCost, ANY_NUMBER);
    }

    private Proposal propose(Scenario scenario, Map<String, Optional<String>> ids, double moveCost, int maxMoves) {
        PreviousPlacement previous = PreviousPlacement.match("previous.json", ids, scenario);
        ReplanProblem free = ReplanProblem.of("scenario.json", previous, moveCost);
        ReplanProblem problem = maxMoves == ANY_NUMBER ? free : free.withMaxMoves(maxMoves);
        return problem.proposal("branch-and-bound", problem.solver(solver).solve(problem.request()));
    }

    /** Among equal placements the previous one is kept, also where moving is free. */
    @Test
    void anOptimalPlacementStays() {
        int cases = Integer.getInteger("twinplace.replanCases", 600);
        int checked = 0;
        for (int seed = 0; seed < cases; seed++) {
            Scenario scenario = RandomScenarios.of(seed);
            SolveResult first =
                    solver.solve(ConstraintCompiler.compile(scenario).problem());
            if (first.placement().isEmpty()) {
                continue;
            }
            Map<String, Optional<String>> ids = new LinkedHashMap<>();
            for (int m = 0; m < scenario.twins().size(); m++) {
                int s = first.placement().get().serverOf(m);
                ids.put(
                        scenario.twins().get(m),
                        Optional.of(scenario.servers().get(s).id()));
            }
            for (double moveCost : new double[] {0, 1}) {
                Proposal proposal = propose(scenario, ids, moveCost);
                assertEquals(List.of(), proposal.moves(), "seed " + seed);
                assertEquals(List.of("no move pays"), proposal.remarks(), "seed " + seed);
            }
            checked++;
        }
        assertTrue(checked > 2 * cases / 3, checked + " checked");
    }

    /** Cost and move costs are the least of all placements, however the previous one is; orders keep the rules. */
    @Test
    void agreesWithTryingAllPlacements() {
        assertAgrees(ANY_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void agreesWithTryingAllPlacementsThatALimitAllows(int maxMoves) {
        assertAgrees(maxMoves);
    }

    private void assertAgrees(int maxMoves) {
        int placed = 0;
        int infeasible = 0;
        int moves = 0;
        for (int seed = 0; seed < Integer.getInteger("twinplace.replanCases", 900); seed++) {
            Scenario scenario = changed(seed);
            Map<String, Optional<String>> ids = previous(scenario, seed);
            double moveCost = seed % 4;
            int columns = scenario.servers().size() + 1;
            if (Math.pow(columns, scenario.twins().size()) > MAX_PLACEMENTS) {
                continue;
            }
            PreviousPlacement previous = PreviousPlacement.match("previous.json", ids, scenario);
            double least = least(scenario, previous, moveCost, maxMoves);
            Proposal proposal = propose(scenario, ids, moveCost, maxMoves);
            if (least == Double.POSITIVE_INFINITY) {
                assertEquals(SolveStatus.INFEASIBLE, proposal.answer().result().status(), "seed " + seed);
                infeasible++;
                continue;
            }
            assertEquals(SolveStatus.OPTIMAL, proposal.answer().result().status(), "seed " + seed);
            assertEquals(least, proposal.answer().cost(), 1e-8 * Math.max(1, least), "seed " + seed);
            double stated = proposal.after().orElseThrow().totalCost() + proposal.moveCosts();
            assertEquals(least, stated, 1e-8 * Math.max(1, least), "seed " + seed);
            assertOrderKeepsRules(scenario, previous, proposal, "seed " + seed);
            assertMovesPay(proposal, moveCost, "seed " + seed);
            long counted = proposal.moves().stream()
                    .filter(move -> !move.forced() && move.from().isPresent())
                    .count();
            assertTrue(counted <= maxMoves, "seed " + seed);
            moves += proposal.moves().size();
            placed++;
        }
        assertTrue(placed > 200 && infeasible > 20 && moves > 150, placed + ", " + infeasible + ", " + moves);
    }

    /** By definition: the rules, the outcome, and the cost of each move that is not forced. */
    private static double least(Scenario scenario, PreviousPlacement previous, double moveCost, int maxMoves) {
        int[] serverOf = new int[scenario.twins().size()];
        Arrays.fill(serverOf, Outcome.UNPLACED);
        double least = Double.POSITIVE_INFINITY;
        do {
            if (isAllowed(scenario, previous, serverOf)) {
                double cost = Outcome.of(scenario, serverOf).totalCost();
                int counted = 0;
                for (int m = 0; m < serverOf.length; m++) {
                    boolean moves = previous.serverOf(m) != Outcome.UNPLACED && serverOf[m] != previous.serverOf(m);
                    if (moves && canStay(scenario, m, previous.serverOf(m))) {
                        cost += scenario.constraints().twin(m).moveCost().orElse(moveCost);
                        counted++;
                    }
                }
                least = counted <= maxMoves ? Math.min(least, cost) : least;
            }
        } while (next(serverOf, scenario.servers().size()));
        return least;
    }

    private static boolean isAllowed(Scenario scenario, PreviousPlacement previous, int[] serverOf) {
        for (int m = 0; m < serverOf.length; m++) {
            boolean moves = serverOf[m] != previous.serverOf(m);
            boolean isOpen = serverOf[m] == Outcome.UNPLACED
                    || scenario.constraints().server(serverOf[m]).status() == ServerStatus.UP;
            if (moves && (!isOpen || previous.waits(m))) {
                return false;
            }
        }
        return PlacementRules.broken(scenario, serverOf).isEmpty();
    }

    /** Whether a twin breaks no rule on a server that it has for itself. */
    private static boolean canStay(Scenario scenario, int twin, int server) {
        TwinConstraints rules = scenario.constraints().twin(twin);
        ServerConstraints state = scenario.constraints().server(server);
        int[] alone = new int[scenario.twins().size()];
        Arrays.fill(alone, Outcome.UNPLACED);
        alone[twin] = server;
        boolean isWithin = PlacementRules.resources(scenario).stream().allMatch(resource -> {
            BigDecimal load = PlacementRules.loads(scenario, alone, resource).get(server);
            return load.doubleValue() <= PlacementRules.capacity(scenario, server, resource);
        });
        return state.status() != ServerStatus.DOWN
                && rules.admits(scenario.servers().get(server).id(), state.labels())
                && seconds(scenario, alone, twin) <= rules.maxLatencySeconds()
                && isWithin;
    }

    /** T<sub>m</sub>/|I<sub>m</sub>|. */
    private static double seconds(Scenario scenario, int[] serverOf, int twin) {
        long devices = scenario.devices().stream()
                .filter(device -> device.twin() == twin)
                .count();
        return devices == 0 ? 0 : Outcome.ofPartial(scenario, serverOf).latencySeconds(twin) / devices;
    }

    private static boolean next(int[] serverOf, int servers) {
        for (int m = 0; m < serverOf.length; m++) {
            if (++serverOf[m] < servers) {
                return true;
            }
            serverOf[m] = Outcome.UNPLACED;
        }
        return false;
    }

    /** No rule is broken on the server that a move leads to, unless the answer says that no order avoids it. */
    private static void assertOrderKeepsRules(
            Scenario scenario, PreviousPlacement previous, Proposal proposal, String seed) {
        boolean isBlocked = proposal.remarks().stream().anyMatch(line -> line.startsWith("no order"));
        int[] serverOf = previous.running();
        for (Move move : proposal.moves()) {
            int m = scenario.twins().indexOf(move.twin());
            serverOf[m] = move.to()
                    .map(id -> scenario.servers().stream()
                            .map(server -> server.id())
                            .toList()
                            .indexOf(id))
                    .orElse(Outcome.UNPLACED);
            if (serverOf[m] == Outcome.UNPLACED || isBlocked) {
                continue;
            }
            assertKeepsRules(scenario, serverOf, m, seed);
        }
        assertEquals(
                Arrays.toString(proposal.answer()
                        .question()
                        .serversOf(proposal.answer().result().placement().orElseThrow())),
                Arrays.toString(serverOf),
                seed);
    }

    /** Those about capacities of the server that a twin came to, about its groups, and about latencies that it changed. */
    private static void assertKeepsRules(Scenario scenario, int[] serverOf, int twin, String seed) {
        int server = serverOf[twin];
        String id = scenario.servers().get(server).id();
        String self = scenario.twins().get(twin);
        List<String> broken = PlacementRules.broken(scenario, serverOf).stream()
                .filter(line -> line.startsWith(id + ": has")
                        || (line.contains("must be separate")
                                && List.of(line.split("[ :]+")).contains(self)))
                .toList();
        assertEquals(List.of(), broken, seed);
        int[] without = serverOf.clone();
        without[twin] = Outcome.UNPLACED;
        for (int m = 0; m < serverOf.length; m++) {
            double seconds = seconds(scenario, serverOf, m);
            boolean isConcerned = m == twin || seconds != seconds(scenario, without, m);
            assertTrue(!isConcerned || seconds <= scenario.constraints().twin(m).maxLatencySeconds(), seed);
        }
    }

    /** A single move that is not forced either saves more than it costs, or others depend on it. */
    private static void assertMovesPay(Proposal proposal, double moveCost, String seed) {
        if (proposal.moves().size() != 1 || proposal.previous().newTwins().size() > 0) {
            return;
        }
        Move only = proposal.moves().get(0);
        boolean wasFeasible = PlacementRules.broken(
                        proposal.previous().scenario(), proposal.previous().toArray())
                .isEmpty();
        if (!only.forced() && only.from().isPresent() && wasFeasible) {
            assertTrue(only.saves() > only.costs(), seed + " " + only + " at " + moveCost);
        }
    }

    /** A random scenario in which servers failed or drain, and twins have rules. */
    private static Scenario changed(int seed) {
        Scenario plain = RandomScenarios.of(seed);
        SplittableRandom random = new SplittableRandom(seed);
        boolean hasMemory = seed % 3 == 0;
        double[] limits = seed % 5 < 2 ? latencyLimits(plain, random) : unlimited(plain);
        List<ServerConstraints> servers = new ArrayList<>();
        for (int s = 0; s < plain.servers().size(); s++) {
            int draw = random.nextInt(6);
            ServerStatus status = draw == 0 ? ServerStatus.DOWN : draw == 1 ? ServerStatus.DRAIN : ServerStatus.UP;
            boolean isLimited = hasMemory && random.nextInt(4) > 0;
            servers.add(new ServerConstraints(
                    Set.of(), status, isLimited ? Map.of("memoryGB", 2.0 + random.nextInt(6)) : Map.of()));
        }
        List<TwinConstraints> twins = new ArrayList<>();
        for (int m = 0; m < plain.twins().size(); m++) {
            String any =
                    plain.servers().get(random.nextInt(plain.servers().size())).id();
            boolean isDemanding =
                    servers.stream().anyMatch(server -> !server.capacities().isEmpty());
            twins.add(new TwinConstraints(
                    isDemanding ? Map.of("memoryGB", random.nextInt(5) / 2.0) : Map.of(),
                    Optional.empty(),
                    List.of(),
                    random.nextInt(4) == 0 ? List.of(any) : List.of(),
                    List.of(),
                    limits[m],
                    random.nextInt(3) == 0 ? random.nextDouble(50) : Double.POSITIVE_INFINITY,
                    random.nextInt(3) == 0 ? OptionalDouble.of(random.nextDouble(3)) : OptionalDouble.empty(),
                    random.nextBoolean() ? FailurePolicy.STAY : FailurePolicy.MOVE));
        }
        return plain.with(
                plain.servers(),
                new Constraints(seed % 2 == 0, servers, twins, groups(plain, seed, random), List.of()));
    }

    /** Anywhere, on servers that are gone, nowhere, or not known; the first twin is always known. */
    private static Map<String, Optional<String>> previous(Scenario scenario, int seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        Map<String, Optional<String>> ids = new LinkedHashMap<>();
        ids.put("gone-twin", Optional.of("gone-server"));
        for (int m = 0; m < scenario.twins().size(); m++) {
            int draw = m == 0 ? 9 : random.nextInt(10);
            int s = random.nextInt(scenario.servers().size());
            if (draw == 0) {
                ids.put(scenario.twins().get(m), Optional.of("gone-server"));
            } else if (draw == 1) {
                ids.put(scenario.twins().get(m), Optional.empty());
            } else if (draw > 2) {
                ids.put(
                        scenario.twins().get(m),
                        Optional.of(scenario.servers().get(s).id()));
            }
        }
        return ids;
    }

    private static double[] unlimited(Scenario scenario) {
        double[] limits = new double[scenario.twins().size()];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        return limits;
    }

    /** About those of a random placement, of half of the twins. */
    private static double[] latencyLimits(Scenario scenario, SplittableRandom random) {
        int[] any = new int[scenario.twins().size()];
        Arrays.setAll(any, m -> random.nextInt(scenario.servers().size()));
        double[] limits = unlimited(scenario);
        for (int m = 0; m < any.length; m++) {
            double seconds = seconds(scenario, any, m);
            limits[m] = seconds > 0 && random.nextBoolean() ? random.nextDouble(0.8, 2) * seconds : limits[m];
        }
        return limits;
    }

    /** In every fourth scenario two or three twins that must be separate. */
    private static List<TwinGroup> groups(Scenario scenario, int seed, SplittableRandom random) {
        int size = Math.min(scenario.twins().size(), 2 + random.nextInt(2));
        return seed % 4 == 1 && size > 1
                ? List.of(
                        new TwinGroup(TwinGroup.Kind.SEPARATE, scenario.twins().subList(0, size)))
                : List.of();
    }
}
