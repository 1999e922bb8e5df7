package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Reference;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.experiment.solving.AblationPolicy.Decided;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each part of {@code ddl-price} contributes, and what methods without learning reach at the same effort. Effort is
 * counted in comparisons, not in time: the figures do not depend on the machine.
 */
public final class AblationExperiment implements Experiment {
    private static final long SEED = 1;

    /** Scenarios from here on choose the network that decides alone. */
    private static final long SEED_OF_OTHERS = 1_000_001;

    private static final double[] TIGHTNESS = {0.6, PaperDefaults.CAPACITY_TIGHTNESS, 0.9, 1.1};

    /**
     * Of the scenarios.
     *
     * @param problems scenarios of each kind
     * @param others scenarios of each kind on which nothing is compared
     * @param proofNodes limit of branch and bound
     */
    private record Size(int twins, int edges, int problems, int others, long proofNodes) {
        BudgetedSolver prover() {
            return BudgetedSolver.of("branch-and-bound").withBudget(Budget.ofNodes(proofNodes));
        }
    }

    @Override
    public String name() {
        return "ablation";
    }

    @Override
    public String title() {
        return "What each part of the learned policy contributes";
    }

    @Override
    public String question() {
        return "What does ddl-price lose without each of its parts, what do methods without learning reach at the same"
                + " effort, and do its prices help the solvers that prove?";
    }

    private static List<Size> sizes(Scale scale) {
        return scale.pick(
                List.of(
                        new Size(PaperDefaults.TWINS, PaperDefaults.EDGES, 512, 64, 100_000),
                        new Size(60, 10, 512, 32, 100),
                        new Size(200, 20, 64, 8, 1)),
                List.of(
                        new Size(PaperDefaults.TWINS, PaperDefaults.EDGES, 64, 16, 100_000),
                        new Size(60, 10, 32, 8, 100)),
                List.of(new Size(5, 2, 3, 1, 1000), new Size(36, 3, 2, 1, 10)));
    }

    private static List<AblationCell> cells(Size size, Scale scale) {
        List<AblationCell> cells = new ArrayList<>();
        for (Profile profile : List.of(Profile.TABLE2, Profile.CLUSTERED)) {
            for (double tightness : scale == Scale.TINY ? new double[] {TIGHTNESS[0]} : TIGHTNESS) {
                cells.add(AblationCell.capacity(profile, size.twins(), size.edges(), tightness));
            }
            cells.add(AblationCell.capacity(profile, size.twins(), size.edges(), PaperDefaults.CAPACITY_TIGHTNESS)
                    .uneven());
            cells.add(AblationCell.contention(profile, size.twins(), size.edges()));
        }
        return cells;
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        List<ExperimentPart> parts = new ArrayList<>();
        for (Size size : sizes(scale)) {
            for (AblationCell cell : cells(size, scale)) {
                parts.add(new ExperimentPart(cell.key(), () -> table(cell, size)));
            }
        }
        int ablations = parts.size();
        parts.addAll(WarmStarts.parts(scale));
        List<Table> tables = runner.together(parts);
        return new Findings(
                List.of(SEED, SEED_OF_OTHERS),
                notes(scale),
                List.of(
                        Table.joined(
                                "ablation",
                                "Gap by policy, and its difference to that of the shipped one, with 95 % bootstrap"
                                        + " intervals over scenarios",
                                tables.subList(0, ablations)),
                        Table.joined(
                                "warm-start",
                                "Work of solvers that prove, with and without a start from the networks' prices",
                                tables.subList(ablations, tables.size()))));
    }

    private static Table table(AblationCell cell, Size size) {
        List<ScenarioQuestion> questions = cell.questions(size.problems(), SEED);
        TestSet test = TestSet.of(questions, question -> Reference.by(size.prover(), question));
        TableBuilder table = new TableBuilder("ablation", "")
                .columns(
                        Columns.COUPLING,
                        Columns.PROFILE,
                        Columns.SIZE,
                        Columns.TIGHTNESS,
                        Columns.CAPACITIES,
                        Columns.POLICY,
                        Columns.SCENARIOS)
                .interval(Columns.MEAN_GAP)
                .interval(Columns.GAP_DIFFERENCE)
                .columns(Columns.VERDICT, Columns.COMPARISONS, Columns.HIT_RATE, Columns.PROVEN_REFERENCES);
        List<AblationPolicy> policies =
                AblationPolicies.of(cell.twins(), cell.questions(size.others(), SEED_OF_OTHERS));
        Decided[] shipped = decide(policies.get(0), questions, new long[questions.size()]);
        long[] efforts = Arrays.stream(shipped).mapToLong(Decided::looked).toArray();
        addRow(table, cell, test, policies.get(0).name(), shipped, shipped);
        for (AblationPolicy policy : policies.subList(1, policies.size())) {
            addRow(table, cell, test, policy.name(), decide(policy, questions, efforts), shipped);
        }
        return table.build();
    }

    private static Decided[] decide(AblationPolicy policy, List<ScenarioQuestion> questions, long[] efforts) {
        Decided[] decided = new Decided[efforts.length];
        Arrays.setAll(decided, i -> policy.rule().decide(questions.get(i), i, efforts[i]));
        return decided;
    }

    private static void addRow(
            TableBuilder table, AblationCell cell, TestSet test, String policy, Decided[] decided, Decided[] shipped) {
        Answers answers = test.judge(policy, costs(decided));
        Interval gap = answers.gap();
        boolean isShipped = decided == shipped;
        PairedDifference paired = PairedDifference.of(gaps(test, decided), gaps(test, shipped));
        Interval difference = isShipped ? Interval.bootstrap(new double[0]) : paired.interval();
        table.row(
                cell.coupling().id(),
                cell.devices(),
                cell.size(),
                cell.tightness(),
                cell.capacities(),
                policy,
                decided.length,
                gap.mean(),
                gap.low(),
                gap.high(),
                difference.mean(),
                difference.low(),
                difference.high(),
                isShipped ? "shipped" : paired.verdict(),
                Arrays.stream(decided).mapToLong(Decided::looked).average().orElseThrow(),
                answers.score().hitRate(),
                1 - (double) test.unproven() / decided.length);
    }

    private static double[] costs(Decided[] decided) {
        return Arrays.stream(decided).mapToDouble(Decided::cost).toArray();
    }

    private static double[] gaps(TestSet test, Decided[] decided) {
        double[] gaps = new double[decided.length];
        Arrays.setAll(gaps, i -> test.references().get(i).gap(decided[i].cost()));
        return gaps;
    }

    private static List<String> notes(Scale scale) {
        List<String> notes = new ArrayList<>();
        for (Size size : sizes(scale)) {
            notes.add(DrawnQuestions.size(size.twins(), size.edges()) + ": " + size.problems()
                    + " scenarios of each kind, with eight devices a twin, of a size that the networks were not"
                    + " trained on. Gaps are to the optimum, or to the bound that branch and bound"
                    + " proves in " + size.proofNodes()
                    + " nodes.");
        }
        notes.add("Tightness is the share of all workload that the edges can take together; the cloud takes any. Uneven"
                + " capacities differ by up to a factor of seven.");
        notes.add("A policy is worse or better than the shipped one if the 95 % interval of the mean difference of gaps"
                + " on the same scenarios, by the percentile bootstrap with 1,000 resamples, does not contain 0."
                + " Intervals are not corrected for their number: by chance, about one comparison in 20 is"
                + " decided.");
        notes.add(
                "The effort of a decision is the number of comparisons: pairs of a twin and a server, moves and swaps."
                        + " The arithmetic of networks is not counted. Restarts of local-search go on until they have"
                        + " compared as much as ddl-price on the same scenario; lagrangian evaluates its relaxation as"
                        + " often as that allows; its searches for placements are not counted, which is in its favour.");
        notes.add("Untrained networks are of " + AblationPolicies.UNTRAINED_DRAWS
                + " seeds in turn. The network that decides alone is, of the shipped ones, the best on other scenarios"
                + " of the kind. Of more than 32 twins ddl-price polishes one placement anyway.");
        notes.addAll(WarmStarts.notes());
        return notes;
    }
}
