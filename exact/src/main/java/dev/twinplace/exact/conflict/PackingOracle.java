package dev.twinplace.exact.conflict;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides whether packings exist: by counting, by changing packings that it found before, by chains of moves, by trying all,
 * and last by branch and bound. Remembers the packings that it finds, for a question is usually close to one before it.
 */
final class PackingOracle {
    /** What is known. */
    enum Verdict {
        FEASIBLE,
        INFEASIBLE,
        UNKNOWN
    }

    private static final int MAX_REMEMBERED = 16;
    /** For packings of so few rows that trying all is quickest. */
    private static final Duration TIME_OF_SMALL = Duration.ofMillis(5);

    private static final Duration TIME_OF_CHAINS = Duration.ofMillis(30);
    private static final Duration TIME_OF_PROOF = Duration.ofMillis(150);

    /** Unit of the second attempts, which few questions need. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Deadline deadline;

    /** Server of each twin, or −1. */
    private final Deque<int[]> remembered = new ArrayDeque<>();

    private final int twins;

    PackingOracle(int twins, Deadline deadline) {
        this.twins = twins;
        this.deadline = deadline;
    }

    /** Whether a packing exists, as far as the deadline lets it find out. */
    Verdict decide(Packing packing) {
        Verdict quick = decideSoon(packing);
        if (quick != Verdict.UNKNOWN || deadline.isOver()) {
            return quick;
        }
        Verdict tried = search(packing, TIME_OF_PROOF);
        if (tried != Verdict.UNKNOWN || deadline.isOver()) {
            return tried;
        }
        Verdict proven = solve(packing, new BranchAndBoundSolver(), TIME_OF_PROOF);
        if (proven != Verdict.UNKNOWN || deadline.isOver()) {
            return proven;
        }
        Verdict patient = solve(packing, new EjectionChainSolver(), PATIENCE.multipliedBy(2));
        if (patient != Verdict.UNKNOWN || deadline.isOver()) {
            return patient;
        }
        Verdict searched = search(packing, PATIENCE.multipliedBy(10));
        return searched != Verdict.UNKNOWN || deadline.isOver()
                ? searched
                : solve(packing, new BranchAndBoundSolver(), PATIENCE.multipliedBy(10));
    }

    /** As above, without long proofs. */
    Verdict decideSoon(Packing packing) {
        if (packing.rows() == 0) {
            return Verdict.FEASIBLE;
        }
        if (Shortage.of(packing).isPresent()) {
            return Verdict.INFEASIBLE;
        }
        for (int[] serverOf : remembered) {
            Optional<int[]> repaired = Insertion.repair(packing, serverOf);
            if (repaired.isPresent()) {
                remember(packing, repaired.get());
                return Verdict.FEASIBLE;
            }
        }
        Optional<int[]> first = Insertion.repair(packing, unplaced(twins));
        if (first.isPresent()) {
            remember(packing, first.get());
            return Verdict.FEASIBLE;
        }
        Verdict tried = search(packing, TIME_OF_SMALL);
        return tried != Verdict.UNKNOWN || deadline.isOver()
                ? tried
                : solve(packing, new EjectionChainSolver(), TIME_OF_CHAINS);
    }

    /** The server of each twin that must be placed, −1 of the others, if a packing is found as far as the deadline lets it. */
    Optional<int[]> find(Packing packing) {
        if (decide(packing) != Verdict.FEASIBLE) {
            return Optional.empty();
        }
        int[] serverOf =
                packing.rows() == 0 ? unplaced(twins) : remembered.getFirst().clone();
        for (int m = 0; m < twins; m++) {
            serverOf[m] = serverOf[m] < 0 ? packing.freeServer(m) : serverOf[m];
        }
        return Optional.of(serverOf);
    }

    private static int[] unplaced(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private void remember(Packing packing, int[] serverOfRow) {
        int[] serverOf = unplaced(twins);
        for (int u = 0; u < packing.rows(); u++) {
            for (int m : packing.members(u)) {
                serverOf[m] = serverOfRow[u];
            }
        }
        remembered.addFirst(serverOf);
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.removeLast();
        }
    }

    private Verdict search(Packing packing, Duration time) {
        PackingSearch search = new PackingSearch(packing, Deadline.after(deadline.atMost(time)));
        Verdict verdict = search.decide();
        if (verdict == Verdict.FEASIBLE) {
            remember(packing, search.servers());
        }
        return verdict;
    }

    /** Any placement answers the question, so the first one ends the solve. */
    private Verdict solve(Packing packing, PlacementSolver solver, Duration time) {
        CancellationToken found = new CancellationToken();
        SolveRequest request = SolveRequest.of(problem(packing))
                .withBudget(Budget.ofTime(deadline.atMost(time)))
                .withCancellation(found)
                .withListener((cost, bound, elapsed) -> found.cancel());
        SolveResult result = solver.solve(request);
        if (result.placement().isPresent()) {
            remember(packing, result.placement().get().toArray());
            return Verdict.FEASIBLE;
        }
        return result.status() == SolveStatus.INFEASIBLE ? Verdict.INFEASIBLE : Verdict.UNKNOWN;
    }

    /** Without costs. A row is barred from a server by a demand above its limit. */
    static PlacementProblem problem(Packing packing) {
        PlacementProblemBuilder builder = PlacementProblem.builder(packing.rows(), packing.servers());
        int first = tightest(packing);
        for (int s = 0; s < packing.servers(); s++) {
            double sum = 0;
            for (int u = 0; u < packing.rows(); u++) {
                sum += first != Quantity.NONE && packing.allows(u, s) ? packing.demand(first, u, s) : 0;
            }
            double limit =
                    Math.min(first == Quantity.NONE ? Double.POSITIVE_INFINITY : packing.limit(first, s), 2 * sum);
            builder.capacity(s, limit);
            for (int u = 0; u < packing.rows(); u++) {
                double demand = first == Quantity.NONE ? 0 : packing.demand(first, u, s);
                builder.demand(u, s, packing.allows(u, s) ? demand : 2 * limit + 1);
            }
        }
        for (int d = 0; d < packing.dimensions().size(); d++) {
            if (d != first) {
                addRow(packing, d, builder);
            }
        }
        addWork(packing, builder);
        return builder.build();
    }

    /** The resource with the largest demand for its limits; {@link Quantity#NONE} if none is limited. */
    private static int tightest(Packing packing) {
        int tightest = Quantity.NONE;
        double most = -1;
        for (Quantity quantity : Quantity.all(packing)) {
            double demand = IntStream.range(0, packing.rows())
                    .mapToDouble(quantity::least)
                    .sum();
            double limit = IntStream.range(0, packing.servers())
                    .mapToDouble(quantity::limit)
                    .filter(each -> each != Double.POSITIVE_INFINITY)
                    .sum();
            boolean isResource = !quantity.isWork()
                    && packing.dimensions().get(quantity.dimension()).isResource();
            if (isResource && demand / Math.max(limit, Double.MIN_NORMAL) > most) {
                tightest = quantity.dimension();
                most = demand / Math.max(limit, Double.MIN_NORMAL);
            }
        }
        return tightest;
    }

    private static void addRow(Packing packing, int d, PlacementProblemBuilder builder) {
        int[] all = IntStream.range(0, packing.rows()).toArray();
        double[] demands =
                IntStream.of(all).mapToDouble(u -> packing.demand(d, u, 0)).toArray();
        double[] limits = IntStream.range(0, packing.servers())
                .mapToDouble(s -> packing.limit(d, s))
                .toArray();
        builder.row(packing.dimensions().get(d).name(), all, demands, limits);
    }

    private static void addWork(Packing packing, PlacementProblemBuilder builder) {
        for (int u = 0; u < packing.rows() && packing.hasWorkLimits(); u++) {
            builder.work(u, packing.work(u));
            for (int s = 0; s < packing.servers(); s++) {
                if (packing.workLimit(u, s) != Double.POSITIVE_INFINITY) {
                    builder.workLimit(u, s, packing.workLimit(u, s));
                }
            }
        }
    }
}
