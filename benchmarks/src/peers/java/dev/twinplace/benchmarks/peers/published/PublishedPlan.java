package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.peers.contest.PeerTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is asked of whom. By default every solver has 1 s and 10 s for each instance of types c to e with at least {@value
 * #MIN_JOBS} jobs, and the {@link #LONG} ones have 60 s for types d and e, where proofs are rare.
 */
final class PublishedPlan {
    static final List<String> SOLVERS = List.of(
            "auto",
            "lagrangian",
            "ejection-chain",
            "branch-and-bound",
            "column-generation",
            "cp-sat",
            "scip",
            "highs",
            "timefold");

    static final long SEED = 1;

    private static final List<Long> BUDGETS_MILLIS = List.of(1_000L, 10_000L, 60_000L);
    private static final long MILLIS_FOR_FEW = 60_000;
    private static final List<String> LONG = List.of("auto", "cp-sat", "scip", "highs", "timefold");
    private static final int MIN_JOBS = 100;

    private final List<PublishedInstance> instances;

    PublishedPlan(List<PublishedInstance> instances) {
        this.instances = instances;
    }

    /** Everything that is asked by default, in the order in which it is best asked: tasks alike one after the other. */
    List<PeerTask> tasks() {
        return tasks(
                SOLVERS,
                BUDGETS_MILLIS,
                each -> each.type() >= 'c' && each.jobs() >= MIN_JOBS,
                task -> task.budgetMillis() < MILLIS_FOR_FEW
                        || (LONG.contains(task.solver()) && task.kind().charAt(0) >= 'd'));
    }

    /**
     * A selection; what is null is as by default, and then without 60 s.
     *
     * @throws IllegalArgumentException if an instance is unknown
     */
    List<PeerTask> tasks(List<String> solvers, List<Long> budgetsMillis, List<String> names) {
        List<String> known = instances.stream().map(PublishedInstance::name).toList();
        if (names != null && !known.containsAll(names)) {
            throw new IllegalArgumentException("--instance: must be of " + known + ", but was " + names);
        }
        return tasks(
                solvers == null ? SOLVERS : solvers,
                budgetsMillis == null ? BUDGETS_MILLIS.subList(0, 2) : budgetsMillis,
                each -> names == null ? each.type() >= 'c' && each.jobs() >= MIN_JOBS : names.contains(each.name()),
                task -> true);
    }

    private List<PeerTask> tasks(
            List<String> solvers,
            List<Long> budgetsMillis,
            Predicate<PublishedInstance> isAsked,
            Predicate<PeerTask> isIncluded) {
        List<PeerTask> tasks = new ArrayList<>();
        for (String solver : solvers) {
            for (PublishedInstance instance : instances) {
                for (long budget : budgetsMillis) {
                    PeerTask task = new PeerTask(instance.name(), SEED, solver, budget);
                    if (isAsked.test(instance) && isIncluded.test(task)) {
                        tasks.add(task);
                    }
                }
            }
        }
        return tasks;
    }
}
