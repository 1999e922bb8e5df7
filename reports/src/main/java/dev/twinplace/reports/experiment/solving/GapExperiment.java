package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.InstanceRows;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Reference;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.SolverScore;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.experiment.training.TrainedPaper;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/** How far every policy is from the optimum, on sizes where all placements can be tried and on some where they cannot. */
public final class GapExperiment implements Experiment {
    private static final double MAX_PLACEMENTS = 1e7;
    private static final long NODES_TO_PROVE = 5_000_000;
    private static final long SEED = 1;
    private static final String[] SOLVERS = {
        "random", "best-fixed", "greedy", "local-search", "ddl-price:polish=none", "ddl-price", "lagrangian"
    };

    /** M and S. */
    private record Size(int twins, int edges) {
        double placements() {
            return Math.pow(edges + 1.0, twins);
        }

        boolean isEnumerable() {
            return placements() <= MAX_PLACEMENTS;
        }
    }

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public String title() {
        return "Learned placement against the optimum";
    }

    @Override
    public String question() {
        return "How far from the proven optimum is each policy, by size of the problem?";
    }

    private static List<Size> sizes(Scale scale) {
        List<Size> sizes = new ArrayList<>();
        for (int twins : scale.pick(List.of(4, 6, 8, 10, 12, 15, 20), List.of(4, 8, 10), List.of(3))) {
            for (int edges : scale.pick(List.of(1, 2, 3, 5, 7, 9), List.of(1, 3), List.of(1, 3))) {
                Size size = new Size(twins, edges);
                if (size.isEnumerable()) {
                    sizes.add(size);
                }
            }
        }
        Size table2 = new Size(PaperDefaults.TWINS, PaperDefaults.EDGES);
        sizes.addAll(scale.pick(
                List.of(table2, new Size(20, 5), new Size(30, 5), new Size(60, 10)), List.of(table2), List.of(table2)));
        return sizes;
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int scenarios = scale.pick(50, 20, 2);
        TrainedPaper paper = new TrainedPaper(scale);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : Coupling.values()) {
            for (Size size : sizes(scale)) {
                parts.add(new ExperimentPart(
                        coupling + ", " + DrawnQuestions.size(size.twins(), size.edges()),
                        rows -> table(coupling, size, scenarios, paper, rows)));
            }
        }
        Table gaps = Table.joined(
                "gap",
                "Gap to the proven optimum by size, with 95 % bootstrap intervals over scenarios",
                runner.together(parts));
        return new Findings(List.of(SEED), notes(scenarios, paper.iterations()), List.of(gaps));
    }

    private static Table table(Coupling coupling, Size size, int scenarios, TrainedPaper paper, InstanceRows rows) {
        ScenarioGenerator generator = DrawnQuestions.generator(Profile.TABLE2, coupling, size.twins(), size.edges());
        BudgetedSolver prover = size.isEnumerable()
                ? BudgetedSolver.of("enumeration")
                : BudgetedSolver.of("branch-and-bound").withBudget(Budget.ofNodes(NODES_TO_PROVE));
        TestSet test =
                TestSet.of(DrawnQuestions.of(generator, scenarios, SEED), question -> Reference.by(prover, question));
        TableBuilder table = columns();
        List<Answers> all = new ArrayList<>();
        BudgetedSolver.listOf(SOLVERS).forEach(solver -> all.add(test.ask(solver, SEED)));
        if (size.edges() == PaperDefaults.EDGES) {
            all.add(paper.answers(generator, test));
        }
        rows.about(Columns.SIZE, DrawnQuestions.size(size.twins(), size.edges()))
                .by(Columns.SOLVER);
        for (Answers answers : all) {
            rows.add(test, answers);
            addRow(table, coupling, size, prover.label(), test, answers);
        }
        return table.build();
    }

    private static TableBuilder columns() {
        return new TableBuilder("gap", "")
                .columns(
                        Columns.COUPLING,
                        Columns.SIZE,
                        Columns.PLACEMENTS,
                        Columns.REFERENCE,
                        Columns.SOLVER,
                        Columns.SCENARIOS)
                .interval(Columns.MEAN_GAP)
                .columns(
                        Columns.P95_GAP,
                        Columns.WORST_GAP,
                        Columns.HIT_RATE,
                        Columns.RANGE_CLOSED,
                        Columns.ANSWERED,
                        Columns.PROVEN_REFERENCES);
    }

    private static void addRow(
            TableBuilder table, Coupling coupling, Size size, String prover, TestSet test, Answers answers) {
        SolverScore score = answers.score();
        Interval gap = answers.gap();
        table.row(
                coupling.id(),
                DrawnQuestions.size(size.twins(), size.edges()),
                size.placements(),
                prover,
                answers.solver(),
                score.problems(),
                gap.mean(),
                gap.low(),
                gap.high(),
                score.p95Gap(),
                score.worstGap(),
                score.hitRate(),
                score.rangeClosed(),
                answers.answered(),
                1 - (double) test.unproven() / score.problems());
    }

    private static List<String> notes(int scenarios, int iterations) {
        return List.of(
                scenarios
                        + " scenarios a size, eight devices a twin; edges other than three are drawn with each scenario.",
                "ddl-paper serves the number of twins and the edges that it was trained for: it is trained anew for every"
                        + " coupling and number of twins on the paper's three edges, " + iterations
                        + " iterations each, and left out elsewhere.",
                "Where branch and bound did not prove the optimum within " + NODES_TO_PROVE / 1_000_000
                        + " million nodes, the gap is to its lower bound: the column “optimum proven” is"
                        + " the share of scenarios with a proof.");
    }
}
