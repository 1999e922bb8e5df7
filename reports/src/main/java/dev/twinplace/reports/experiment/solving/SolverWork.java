package dev.twinplace.reports.experiment.solving;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a solver spends on each of some scenarios to reach a target. */
final class SolverWork {
    private final double[] nodes;
    private final boolean[] isReached;

    /** Nothing is noted yet. */
    SolverWork(int scenarios) {
        nodes = new double[scenarios];
        isReached = new boolean[scenarios];
    }

    /**
     * Notes the work on a scenario.
     *
     * @param spent nodes, at least 1; the limit if the target was not reached
     * @param reached whether the target was
     */
    void note(int scenario, long spent, boolean reached) {
        nodes[scenario] = spent;
        isReached[scenario] = reached;
    }

    /** The same after so many nodes more on each. */
    SolverWork after(int more) {
        SolverWork sum = new SolverWork(nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            sum.note(i, (long) nodes[i] + more, isReached[i]);
        }
        return sum;
    }

    /** Of each scenario. A copy. */
    double[] nodes() {
        return nodes.clone();
    }

    /** Their logarithms, whose differences are those of ratios. */
    double[] logs() {
        return Arrays.stream(nodes).map(Math::log).toArray();
    }

    /** The share of scenarios on which the target was reached. */
    double reached() {
        return (double) IntStream.range(0, nodes.length)
                        .filter(i -> isReached[i])
                        .count()
                / nodes.length;
    }
}
