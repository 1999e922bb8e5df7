package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.contest.PeerAnswer;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;
import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.peers.contest.PeerTaskFile;
import dev.twinplace.model.Coupling;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Gaps to the best lower bound that any of the {@link Plan#BOUNDING} solvers proved in any time. A placement that came later
 * than {@value #LATE} times the budget is late, and counted apart.
 */
final class GapTables {
    private static final double LATE = 1.25;
    private static final double OPTIMAL = 1e-9;

    private final Plan plan;
    private final PeerTaskFile answers;

    GapTables(Plan plan, PeerTaskFile answers) {
        this.plan = plan;
        this.answers = answers;
    }

    Table gaps() {
        List<List<Object>> rows = new ArrayList<>();
        for (Coupling coupling : Plan.COUPLINGS) {
            for (ProblemSize size : plan.sizes()) {
                for (long budget : plan.budgetsMillis()) {
                    Plan.SOLVERS.forEach(solver -> rows.add(row(coupling, size, budget, solver)));
                }
            }
        }
        return new TableBuilder(
                        "placement",
                        "Gap to the best proven bound at equal time; low and high are the range over problems")
                .labels("coupling", "size")
                .numbers("ms", "budget")
                .labels("solver")
                .numbers("count", "problems", "inTime", "late", "unanswered")
                .interval(Columns.MEAN_GAP)
                .numbers("count", "optima")
                .numbers("ratio", "lateMeanGap")
                .numbers("ms", "medianMillis")
                .labels("unansweredBecause")
                .rows(rows)
                .build();
    }

    private List<Object> row(Coupling coupling, ProblemSize size, long budget, String solver) {
        List<Double> inTime = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        Map<Outcome, Integer> without = new TreeMap<>();
        for (long seed : plan.seeds()) {
            PeerAnswer answer = answers.get(new PeerTask(DrawnProblems.kind(coupling, size), seed, solver, budget));
            millis.add(answer.millis());
            if (answer.outcome() == Outcome.PLACED) {
                double bound = bound(coupling, size, seed);
                double gap = Math.max(0, answer.cost() - bound) / Math.abs(bound);
                (answer.millis() <= LATE * budget ? inTime : late).add(gap);
            } else {
                without.merge(answer.outcome(), 1, Integer::sum);
            }
        }
        int unanswered = plan.seeds().size() - inTime.size() - late.size();
        return Arrays.asList(
                coupling.id(),
                size.toString(),
                budget,
                solver,
                plan.seeds().size(),
                inTime.size(),
                late.size(),
                unanswered,
                mean(inTime),
                orNull(values(inTime).min().stream()),
                orNull(values(inTime).max().stream()),
                (int) values(inTime).filter(gap -> gap <= OPTIMAL).count(),
                mean(late),
                median(millis),
                unanswered == 0 ? null : reasons(without));
    }

    private static String reasons(Map<Outcome, Integer> without) {
        List<String> reasons = new ArrayList<>();
        without.forEach((outcome, count) -> reasons.add(count + " " + outcome.words()));
        return String.join(", ", reasons);
    }

    private double bound(Coupling coupling, ProblemSize size, long seed) {
        return plan.bounding(coupling, size, seed)
                .mapToDouble(task -> answers.get(task).lowerBound())
                .max()
                .orElseThrow();
    }

    Table bounds() {
        List<List<Object>> rows = new ArrayList<>();
        for (Coupling coupling : Plan.COUPLINGS) {
            for (ProblemSize size : plan.sizes()) {
                for (long seed : plan.seeds()) {
                    double bound = bound(coupling, size, seed);
                    double cost = plan.tasks().stream()
                            .filter(task ->
                                    task.kind().equals(DrawnProblems.kind(coupling, size)) && task.seed() == seed)
                            .mapToDouble(task -> answers.get(task).cost())
                            .min()
                            .orElseThrow();
                    double gap = Math.max(0, cost - bound) / Math.abs(bound);
                    rows.add(Arrays.asList(coupling.id(), size.toString(), seed, bound, cost, gap));
                }
            }
        }
        return new TableBuilder("bounds", "The best bound and the best placement of any solver in any time")
                .labels("coupling", "size", "seed")
                .numbers("cost", "bound", "bestCost")
                .numbers("ratio", "provenGap")
                .rows(rows)
                .build();
    }

    private static DoubleStream values(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static Double mean(List<Double> values) {
        return orNull(values(values).average().stream());
    }

    private static Double orNull(DoubleStream value) {
        return value.boxed().findFirst().orElse(null);
    }

    /** Null if half of the answers never came. */
    private static Double median(List<Double> values) {
        double[] sorted = values(values).sorted().toArray();
        double median = sorted[(sorted.length - 1) / 2];
        return Double.isFinite(median) ? median : null;
    }
}
