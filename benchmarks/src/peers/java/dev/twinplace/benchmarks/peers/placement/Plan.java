package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.model.Coupling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of whom.
 *
 * @param budgetsMillis equal for all solvers
 * @param boundMillis in which the best at bounding are asked once more, for their bounds
 */
record Plan(List<ProblemSize> sizes, List<Long> seeds, List<Long> budgetsMillis, long boundMillis) {
    static final List<String> SOLVERS = List.of(
            "greedy",
            "local-search",
            "ddl-price",
            "lagrangian",
            "branch-and-bound",
            "ejection-chain",
            "auto",
            "cp-sat",
            "scip",
            "highs",
            "mip",
            "timefold",
            "choco");

    /** Who is also asked for a bound in {@link #boundMillis}. */
    private static final List<String> LONG = List.of("lagrangian", "branch-and-bound", "auto");

    /** Whose bounds hold without a tolerance. */
    static final List<String> BOUNDING = List.of("lagrangian", "branch-and-bound", "auto", "cp-sat");

    static final List<Coupling> COUPLINGS = List.of(Coupling.CAPACITY, Coupling.CONTENTION);

    static final Plan FULL =
            new Plan(List.of(ProblemSize.values()), List.of(1L, 2L, 3L, 4L, 5L), List.of(1L, 10L, 100L, 1000L), 4000);

    static final Plan QUICK =
            new Plan(List.of(ProblemSize.TABLE2, ProblemSize.M50S10), List.of(1L), List.of(1L, 10L, 100L), 1000);

    /** In the order in which they are best asked: tasks alike one after the other. */
    List<PeerTask> tasks() {
        List<PeerTask> tasks = new ArrayList<>();
        for (String solver : SOLVERS) {
            for (Coupling coupling : COUPLINGS) {
                for (ProblemSize size : sizes) {
                    seeds.forEach(seed -> budgetsOf(solver)
                            .forEach(budget ->
                                    tasks.add(new PeerTask(DrawnProblems.kind(coupling, size), seed, solver, budget))));
                }
            }
        }
        return tasks;
    }

    private Stream<Long> budgetsOf(String solver) {
        return LONG.contains(solver)
                ? Stream.concat(budgetsMillis.stream(), Stream.of(boundMillis))
                : budgetsMillis.stream();
    }

    /** All tasks of a solver whose bounds count. */
    Stream<PeerTask> bounding(Coupling coupling, ProblemSize size, long seed) {
        String kind = DrawnProblems.kind(coupling, size);
        return tasks().stream()
                .filter(task -> task.kind().equals(kind) && task.seed() == seed)
                .filter(task -> BOUNDING.contains(task.solver()));
    }
}
