package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What one solver answered on a {@link TestSet}: costs, infinite where it found no placement. */
public final class Answers {
    private final String solver;
    private final List<Reference> references;
    private final double[] costs;
    private final String[] statuses;

    /** Nothing is copied. */
    Answers(String solver, List<Reference> references, double[] costs, String[] statuses) {
        this.solver = solver;
        this.references = references;
        this.costs = costs;
        this.statuses = statuses;
    }

    public String solver() {
        return solver;
    }

    /** Of each problem, infinite where it found no placement. A copy. */
    public double[] costs() {
        return costs.clone();
    }

    /** Of one problem: that of the solver's result, or {@link TestSet#UNSUPPORTED}. */
    String status(int problem) {
        return statuses[problem];
    }

    /** Share of problems with a placement. */
    public double answered() {
        return (double) answeredProblems().count() / costs.length;
    }

    /** Of the placements. */
    public Interval cost() {
        return Interval.bootstrap(answeredProblems().mapToDouble(i -> costs[i]).toArray());
    }

    /** To the optimum, or to a bound where none is proven. */
    public Interval gap() {
        return Interval.bootstrap(answeredProblems()
                .mapToDouble(i -> references.get(i).gap(costs[i]))
                .toArray());
    }

    private IntStream answeredProblems() {
        return IntStream.range(0, costs.length).filter(i -> Double.isFinite(costs[i]));
    }

    /** All figures but the time. */
    public SolverScore score() {
        Sample[] samples = new Sample[costs.length];
        Arrays.setAll(
                samples, i -> new Sample(references.get(i), costs[i], statuses[i].equals(SolveStatus.OPTIMAL.name())));
        return SolverScore.of(solver, samples);
    }
}
