package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.reports.experiment.DecisionTimes;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Reference;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What the learned policy and methods that do not learn reach in the same time. */
public final class EqualTimeExperiment implements Experiment {
    private static final long SEED = 1;
    private static final double MICROS_PER_MILLI = 1e3;

    /**
     * Of the scenarios.
     *
     * @param bounding proves the bounds that gaps are to
     * @param micros the times that policies have
     */
    private record Size(int twins, int edges, BudgetedSolver bounding, List<Long> micros) {
        static Size of(int twins, int edges, String bounding, long nodes, List<Long> micros) {
            return new Size(twins, edges, BudgetedSolver.of(bounding).withBudget(Budget.ofNodes(nodes)), micros);
        }

        String name() {
            return DrawnQuestions.size(twins, edges);
        }
    }

    @Override
    public String name() {
        return "equal-time";
    }

    @Override
    public String title() {
        return "Learned and not, in the same time";
    }

    @Override
    public String question() {
        return "Is the learned policy nearer to the optimum than methods that do not learn, if all have the same time?";
    }

    private static List<Size> sizes(Scale scale) {
        Size table2 = Size.of(
                PaperDefaults.TWINS,
                PaperDefaults.EDGES,
                "branch-and-bound",
                100_000,
                scale.pick(List.of(50L, 200L, 1000L), List.of(50L, 200L), List.of(1000L)));
        Size medium = Size.of(60, 10, "branch-and-bound", 100, List.of(200L, 1000L, 10_000L));
        return scale.pick(
                List.of(
                        table2,
                        medium,
                        Size.of(200, 20, "branch-and-bound", 1, List.of(1000L, 10_000L)),
                        Size.of(1000, 50, "lagrangian", 100, List.of(10_000L))),
                List.of(table2, medium),
                List.of(table2));
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int count = scale.pick(512, 64, 3);
        long warmUp = TimeUnit.MILLISECONDS.toNanos(scale.pick(2000, 500, 1));
        List<ExperimentPart> parts = new ArrayList<>();
        for (Size size : sizes(scale)) {
            for (Profile profile : List.of(Profile.TABLE2, Profile.CLUSTERED)) {
                AblationCell cell =
                        AblationCell.capacity(profile, size.twins(), size.edges(), PaperDefaults.CAPACITY_TIGHTNESS);
                parts.add(new ExperimentPart(
                        size.name() + ", " + cell.devices(), () -> table(cell, size, count, warmUp)));
            }
        }
        return new Findings(
                List.of(SEED),
                notes(count),
                List.of(Table.joined(
                        "equal-time",
                        "Gap by policy and time, and how that of the learned policy differs from it, with 95 % bootstrap"
                                + " intervals over scenarios",
                        runner.alone(parts))));
    }

    private static Table table(AblationCell cell, Size size, int count, long warmUpNanos) {
        List<Scenario> scenarios = DrawnQuestions.scenarios(
                DrawnQuestions.generator(cell.profile(), Coupling.CAPACITY, size.twins(), size.edges()), count, SEED);
        TestSet test = TestSet.of(DrawnQuestions.about(scenarios), question -> Reference.by(size.bounding(), question));
        TableBuilder table = new TableBuilder("equal-time", "")
                .columns(Columns.PROFILE, Columns.SIZE, Columns.BUDGET, Columns.POLICY, Columns.SCENARIOS)
                .interval(Columns.MEAN_GAP)
                .interval(Columns.GAP_DIFFERENCE)
                .columns(Columns.VERDICT, Columns.ANSWERED, Columns.MEDIAN_MICROS, Columns.P99_MICROS);
        List<EqualTimePolicy> policies = EqualTimePolicy.of(size.twins(), size.edges() + 1);
        for (long micros : size.micros()) {
            Budget budget = new Budget(TimeUnit.MICROSECONDS.toNanos(micros), Long.MAX_VALUE);
            List<Timed> timed =
                    policies.stream().map(policy -> new Timed(policy, count)).toList();
            warmUp(timed, scenarios, budget, warmUpNanos * policies.size());
            decideAll(timed, scenarios, budget);
            for (Timed each : timed) {
                addRow(table, cell, micros, each, timed.get(0), test);
            }
        }
        return table.build();
    }

    private static void warmUp(List<Timed> timed, List<Scenario> scenarios, Budget budget, long nanos) {
        long start = System.nanoTime();
        for (int i = 0; System.nanoTime() - start < nanos; i = (i + 1) % scenarios.size()) {
            for (Timed each : timed) {
                each.policy.rule().cost(scenarios.get(i), i, budget);
            }
        }
    }

    /** Policies take turns on each scenario, so that what else the machine does counts for all alike. */
    private static void decideAll(List<Timed> timed, List<Scenario> scenarios, Budget budget) {
        for (int i = 0; i < scenarios.size(); i++) {
            for (Timed each : timed) {
                each.decide(scenarios.get(i), i, budget);
            }
        }
    }

    /** A policy with what its placements cost, and how long they took. */
    private static final class Timed {
        private final EqualTimePolicy policy;
        private final double[] costs;
        private final DecisionTimes times = new DecisionTimes(1);
        private int unanswered;

        Timed(EqualTimePolicy policy, int count) {
            this.policy = policy;
            costs = new double[count];
        }

        /** Without an answer all twins go to the cloud, which is the last server. */
        void decide(Scenario scenario, int index, Budget budget) {
            costs[index] = times.measure(() -> policy.rule().cost(scenario, index, budget));
            if (costs[index] == Double.POSITIVE_INFINITY) {
                unanswered++;
                PlacementProblem problem = ScenarioCompiler.compile(scenario);
                int[] serverOf = new int[problem.twins()];
                Arrays.fill(serverOf, problem.servers() - 1);
                costs[index] = new CostEvaluator(problem).cost(serverOf);
            }
        }

        double[] gaps(TestSet test) {
            return IntStream.range(0, costs.length)
                    .mapToDouble(i -> test.references().get(i).gapAbove(costs[i]))
                    .toArray();
        }
    }

    private static void addRow(
            TableBuilder table, AblationCell cell, long micros, Timed timed, Timed learned, TestSet test) {
        Interval gap = Interval.bootstrap(timed.gaps(test));
        boolean isLearned = timed == learned;
        PairedDifference paired = PairedDifference.of(learned.gaps(test), timed.gaps(test));
        Interval difference = isLearned ? Interval.bootstrap(new double[0]) : paired.interval();
        int count = timed.costs.length;
        table.row(
                cell.devices(),
                cell.size(),
                micros / MICROS_PER_MILLI,
                timed.policy.name(),
                count,
                gap.mean(),
                gap.low(),
                gap.high(),
                difference.mean(),
                difference.low(),
                difference.high(),
                isLearned ? "learned" : paired.verdict(),
                1 - (double) timed.unanswered / count,
                timed.times.medianMicros(),
                timed.times.p99Micros());
    }

    private static List<String> notes(int count) {
        return List.of(
                count
                        + " scenarios of each kind, under capacity, with eight devices a twin, of sizes that the networks were"
                        + " not trained on.",
                "Times are of whole decisions on one thread, from the scenario in memory to the checked placement; the time"
                        + " that a policy may take begins when the problem is compiled. A policy may stop before, or return"
                        + " late, which counts as its answer. Policies take turns on each scenario, after a warm-up. Those of"
                        + " ddl-price keep their memory from decision to decision, as in a session; the others cannot.",
                "Gaps are to bounds: of branch and bound with 100,000 nodes for 15 twins, 100 for 60 and one for 200, and of"
                        + " 100 steps of lagrangian for 1,000. They contain the distance of the bound from the optimum, which"
                        + " is the same for all policies.",
                "The learned policy is better or worse than another if the 95 % interval of the mean difference of gaps on"
                        + " the same scenarios, by the percentile bootstrap with 1,000 resamples, does not contain 0. Intervals"
                        + " are not corrected for their number: by chance, about one comparison in 20 is decided. Without an"
                        + " answer all twins go to the cloud.",
                "From 60 twins on auto begins with ddl-price, so it learned, too.",
                "Iterated policies descend again and again from their best placement, a few of its twins placed anew at"
                        + " the networks' prices. Untrained networks are of " + AblationPolicies.UNTRAINED_DRAWS
                        + " seeds in turn.");
    }
}
