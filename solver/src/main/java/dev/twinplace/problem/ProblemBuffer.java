package dev.twinplace.problem;

import dev.twinplace.model.Scenario;
import java.util.Arrays;

/**
 * Memory for one problem after another of the same size, for a caller that decides repeatedly: filling it allocates nothing.
 * What was made of the problem before is no longer true then. Belongs to one thread.
 */
public final class ProblemBuffer extends ProblemView {
    private int demandTerms = 1;
    private double costMagnitude;

    /**
     * All costs zero, no server with a capacity.
     *
     * @throws IllegalArgumentException if there is no twin or no server, or the matrix would be too large
     */
    public ProblemBuffer(int twins, int servers) {
        super(checked(twins, servers), servers);
        Arrays.fill(capacity, Double.POSITIVE_INFINITY);
        Arrays.fill(loadLimit, Double.POSITIVE_INFINITY);
    }

    private static int checked(int twins, int servers) {
        if (twins < 1 || servers < 1) {
            throw new IllegalArgumentException(
                    "a problem must have at least one twin and one server, but had " + twins + " and " + servers);
        }
        if ((long) twins * servers > PlacementProblem.MAX_CELLS) {
            throw new IllegalArgumentException("twins × servers must be at most " + PlacementProblem.MAX_CELLS
                    + ", but was " + twins + " × " + servers);
        }
        return twins;
    }

    /**
     * Fills in the problem of a scenario, see {@link ScenarioCompiler}. O(N·R).
     *
     * @throws IllegalArgumentException if it is of another size, has constraints, or its values overflow the cost
     */
    public void fill(Scenario scenario) {
        ScenarioCompiler.requirePlain(scenario);
        requireSize(scenario.twins().size(), scenario.servers().size());
        ScenarioCompiler.write(scenario, this);
    }

    /**
     * Copies a problem. O(M·R).
     *
     * @throws IllegalArgumentException if it is of another size, or has side constraints, which a buffer does not hold
     */
    public void fill(PlacementProblem problem) {
        requireSize(problem.twins, problem.servers);
        if (!problem.side.isNone()) {
            throw new IllegalArgumentException("problem: must have no " + problem.side.kinds() + " here");
        }
        System.arraycopy(problem.cost, 0, cost, 0, cost.length);
        System.arraycopy(problem.demand, 0, demand, 0, demand.length);
        System.arraycopy(problem.capacity, 0, capacity, 0, servers);
        System.arraycopy(problem.loadLimit, 0, loadLimit, 0, servers);
        System.arraycopy(problem.contention, 0, contention, 0, servers);
        System.arraycopy(problem.weight, 0, weight, 0, twins);
        System.arraycopy(problem.work, 0, work, 0, twins);
        System.arraycopy(problem.cloud, 0, cloud, 0, servers);
        demandTerms = problem.demandTerms();
        costMagnitude = problem.costMagnitude();
    }

    private void requireSize(int otherTwins, int otherServers) {
        if (twins != otherTwins || servers != otherServers) {
            throw new IllegalArgumentException("problem: must have " + twins + " twins and " + servers
                    + " servers, but had " + otherTwins + " and " + otherServers);
        }
    }

    /** Ends the writing of entries: checks them, and computes what follows from them. O(M·R). */
    void complete(int termsOfDemands) {
        demandTerms = termsOfDemands;
        validate();
    }

    @Override
    public int demandTerms() {
        return demandTerms;
    }

    @Override
    public double costMagnitude() {
        return costMagnitude;
    }

    /**
     * Checks in O(M·R) what {@link PlacementProblem} promises, and computes what follows from the entries.
     *
     * @throws IllegalArgumentException if an entry is out of its domain or the objective can overflow
     */
    private void validate() {
        requireNotNegative("demand", demand, servers);
        requireNotNegative("capacity", capacity, 0);
        requireNotNegative("contention", contention, 0);
        requireNotNegative("weight", weight, 0);
        requireNotNegative("work", work, 0);
        double demands = 0;
        for (int m = 0; m < twins; m++) {
            double largest = 0;
            for (int i = m * servers; i < (m + 1) * servers; i++) {
                largest = Math.max(largest, demand[i]);
            }
            demands += largest;
        }
        double costs = sumMagnitudes();
        double products = Math.max(sum(weight) * sum(work), largestPartOfContention());
        double largestTerm = Math.max(Math.max(costs, demands), products);
        if (!Double.isFinite(4 * largestTerm)) { // so that what a swap changes, four terms, is finite too
            throw new IllegalArgumentException(
                    "the cost and the load of a placement must be finite, but overflow by " + Overflow.culprit(this));
        }
        costMagnitude = costs;
        LoadLimits.write(this);
    }

    /** Contention is multiplied by weight or by work first: that must be finite even if the other factor is 0. */
    private double largestPartOfContention() {
        double largest = 0;
        for (double kappa : contention) {
            largest = Math.max(largest, kappa);
        }
        return largest * Math.max(sum(weight), sum(work));
    }

    private double sumMagnitudes() {
        double costs = 0;
        for (int m = 0; m < twins; m++) {
            double largest = 0;
            for (int i = m * servers; i < (m + 1) * servers; i++) {
                largest = Math.max(largest, Math.abs(cost[i]));
            }
            costs += largest;
        }
        return costs + contentionMagnitude();
    }

    private static void requireNotNegative(String name, double[] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0)) {
                throw new IllegalArgumentException(
                        Overflow.entry(name, i, columns) + ": must be >= 0, but was " + values[i]);
            }
        }
    }
}
