package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.DecisionTimes;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.InstanceRows;
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
import java.util.Optional;
import java.util.stream.IntStream;

/** Which solver for which time budget. */
public final class ParetoExperiment implements Experiment {
    private static final long SEED = 1;
    private static final int REPETITIONS = 50;

    private static final String[] FAST = {
        "cloud-only",
        "average",
        "best-fixed",
        "greedy",
        "local-search",
        "ddl-price:polish=none",
        "ddl-price",
        "ddl-paper"
    };
    private static final String[] ANYTIME = {
        "auto@10ms",
        "auto@100ms",
        "auto@1s",
        "ejection-chain@100ms",
        "ejection-chain@1s",
        "branch-and-bound@1ms",
        "branch-and-bound@10ms",
        "branch-and-bound@100ms",
        "branch-and-bound@1s",
        "lagrangian@10ms",
        "lagrangian@100ms",
        "lagrangian@1s",
        "cp-sat@100ms",
        "cp-sat@1s"
    };
    /** Only at the size of Table 2: larger models take it longer to build than others to solve. */
    private static final String[] SMALL_ONLY = {"mip@1s"};

    /** M and S, and how many problems. */
    private record Size(String name, int twins, int edges, int problems) {}

    @Override
    public String name() {
        return "pareto";
    }

    @Override
    public String title() {
        return "Gap against decision time";
    }

    @Override
    public String question() {
        return "Which solver gives the smallest gap in the time there is?";
    }

    private static List<Size> sizes(Scale scale) {
        Size table2 = new Size("table2", PaperDefaults.TWINS, PaperDefaults.EDGES, scale.pick(20, 5, 1));
        return scale.pick(
                List.of(
                        table2,
                        new Size("M50S10", 50, 10, 8),
                        new Size("M200S20", 200, 20, 5),
                        new Size("M1000S50", 1000, 50, 3)),
                List.of(table2, new Size("M50S10", 50, 10, 1)),
                List.of(table2));
    }

    private static List<BudgetedSolver> solvers(Size size, Scale scale) {
        List<String> labels = new ArrayList<>(List.of(FAST));
        labels.addAll(
                scale.pick(List.of(ANYTIME), List.of(ANYTIME), List.of("branch-and-bound@1ms", "lagrangian@10ms")));
        if (size.twins() == PaperDefaults.TWINS && scale != Scale.TINY) {
            labels.addAll(Arrays.asList(SMALL_ONLY));
        }
        return BudgetedSolver.listOf(labels.toArray(String[]::new));
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : List.of(Coupling.CAPACITY, Coupling.CONTENTION)) {
            for (Size size : sizes(scale)) {
                parts.add(
                        new ExperimentPart(coupling + ", " + size.name(), rows -> table(coupling, size, scale, rows)));
            }
        }
        Table points = Table.joined(
                "pareto",
                "Gap to the best known bound against decision time, with 95 % bootstrap intervals over problems",
                runner.alone(parts));
        return new Findings(List.of(SEED), notes(), List.of(points));
    }

    private static Table table(Coupling coupling, Size size, Scale scale, InstanceRows rows) {
        List<Scenario> scenarios = DrawnQuestions.scenarios(
                DrawnQuestions.generator(profile(size), coupling, size.twins(), size.edges()), size.problems(), SEED);
        List<ScenarioQuestion> questions = DrawnQuestions.about(scenarios);
        TableBuilder table = new TableBuilder("pareto", "")
                .columns(Columns.COUPLING, Columns.SIZE, Columns.SOLVER, Columns.MEDIAN_MICROS, Columns.P99_MICROS)
                .interval(Columns.MEAN_GAP)
                .columns(Columns.PROVEN_SHARE, Columns.ANSWERED);
        List<Timed> timed = solvers(size, scale).stream()
                .flatMap(solver -> Timed.of(solver, questions).stream())
                .toList();
        List<Reference> references = references(questions, timed);
        rows.about(Columns.SIZE, size.name()).by(Columns.SOLVER);
        for (Timed each : timed) {
            Interval gap = each.gap(references);
            table.row(
                    coupling.id(),
                    size.name(),
                    each.label(),
                    each.times().medianMicros(),
                    each.times().p99Micros(),
                    gap.mean(),
                    gap.low(),
                    gap.high(),
                    each.share(SolveStatus.OPTIMAL),
                    each.share(SolveStatus.OPTIMAL) + each.share(SolveStatus.FEASIBLE));
            for (int i = 0; i < scenarios.size(); i++) {
                rows.add(each.label(), scenarios.get(i), each.results().get(i), references.get(i));
            }
        }
        return table.build();
    }

    /** What the default solver proves of each question, raised by what all of them did in their time. */
    private static List<Reference> references(List<ScenarioQuestion> questions, List<Timed> timed) {
        List<Reference> proven = TestSet.of(questions).references();
        return IntStream.range(0, proven.size())
                .mapToObj(i -> proven.get(i)
                        .raisedBy(timed.stream()
                                .map(each -> each.results().get(i))
                                .toList()))
                .toList();
    }

    /** Table 2's own where it is that; else devices lie around their twin's place. */
    private static Profile profile(Size size) {
        return size.twins() == PaperDefaults.TWINS ? Profile.TABLE2 : Profile.CLUSTERED;
    }

    private static List<String> notes() {
        return List.of(
                "Times are from the compiled problem to the checked placement, on one thread. Decisions below 20 ms are"
                        + " repeated 50 times after a warm-up, longer ones are made once a problem; percentiles are over"
                        + " all of them. A solver that is asked to stop may take longer.",
                "Gaps are to the best lower bound that any of the solvers, or a longer run of an exact one, proved.",
                "ddl-paper is the pretrained model, for Table 2 without coupling; it serves no other size."
                        + " mip is asked at Table 2 only, enumeration not at all: it takes seconds there.",
                "Problems are Table 2's, 20 of them, and clustered ones beyond, fewer of them; eight devices a twin.");
    }

    /** What one solver did on all problems, and how fast. */
    private record Timed(String label, DecisionTimes times, List<SolveResult> results) {
        static Optional<Timed> of(BudgetedSolver solver, List<ScenarioQuestion> questions) {
            if (solver.trySolve(questions.get(0), SEED).isEmpty()) {
                return Optional.empty();
            }
            DecisionTimes times = new DecisionTimes(REPETITIONS);
            List<SolveResult> results = questions.stream()
                    .map(question -> times.measureWarm(() -> solver.solve(question, SEED)))
                    .toList();
            return Optional.of(new Timed(solver.label(), times, results));
        }

        Interval gap(List<Reference> references) {
            return Interval.bootstrap(IntStream.range(0, references.size())
                    .filter(i -> Double.isFinite(results.get(i).cost()))
                    .mapToDouble(i -> references.get(i).gapAbove(results.get(i).cost()))
                    .toArray());
        }

        double share(SolveStatus status) {
            return (double) results.stream()
                            .filter(result -> result.status() == status)
                            .count()
                    / results.size();
        }
    }
}
