package dev.twinplace.reports.html;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.evidence.Flaw;
import dev.twinplace.reports.evidence.Flaw.Kind;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.figure.BenchmarkFigures;
import dev.twinplace.reports.figure.Figure;
import dev.twinplace.reports.figure.FigureMakers;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.InstanceFile;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Numbers;
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the sections of experiments and benchmarks, and keeps the figures they show. */
final class Sections {
    private static final int COMMIT_DIGITS = 12;

    private final Evidence evidence;
    private final List<Figure> figures = new ArrayList<>();

    Sections(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All figures of the sections made so far. */
    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Of an experiment, whether there is a result or not. */
    Section of(Experiment experiment) {
        String name = experiment.name();
        List<Flaw> flaws = new ArrayList<>(evidence.flaws().stream()
                .filter(flaw -> flaw.subject().equals(name))
                .toList());
        Optional<ExperimentResult> result = evidence.experiment(name);
        List<Figure> drawn = result.map(one -> drawn(one, flaws)).orElse(List.of());
        return new Section(
                name,
                result.map(ExperimentResult::title).orElse(experiment.title()),
                result.map(ExperimentResult::question).orElse(experiment.question()),
                result.map(ExperimentResult::command).orElse(EvidenceReader.command(name)),
                result.map(Sections::facts).orElse(""),
                result.map(ExperimentResult::notes).orElse(List.of()),
                flaws,
                views(name, drawn),
                result.map(ExperimentResult::tables).orElse(List.of()).stream()
                        .map(table -> DataTable.of(dataId(name, table), "", table))
                        .toList(),
                result.flatMap(ExperimentResult::instances)
                        .map(Sections::instances)
                        .orElse(""));
    }

    private static List<Figure> drawn(ExperimentResult result, List<Flaw> flaws) {
        try {
            return FigureMakers.of(result.experiment()).of(result);
        } catch (MissingFigureException e) {
            flaws.add(new Flaw(
                    Kind.STALE,
                    result.experiment(),
                    "written by another version, its charts cannot be drawn: " + e.getMessage(),
                    EvidenceReader.command(result.experiment())));
            return List.of();
        }
    }

    /** Of a benchmark: the charts of its first result, the tables of all. */
    Section of(String benchmark, List<BenchmarkResult> results) {
        BenchmarkResult first = results.get(0);
        BenchmarkTexts texts = BenchmarkTexts.of(benchmark);
        String id = "benchmark-" + benchmark;
        List<DataTable> tables = new ArrayList<>();
        for (BenchmarkResult result : results) {
            String origin = results.size() == 1 ? "" : jdk(result);
            result.tables()
                    .forEach(table -> tables.add(DataTable.of(dataId(dataOwner(id, result), table), origin, table)));
        }
        return new Section(
                id,
                texts.title(),
                texts.question(),
                first.command(),
                results.stream()
                        .map(result -> jdk(result) + ": measured on " + sources(result.date(), result.commit()))
                        .collect(Collectors.joining("; ")),
                results.stream()
                        .map(BenchmarkResult::notes)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                List.of(),
                views(dataOwner(id, first), BenchmarkFigures.of(id, first)),
                tables,
                "");
    }

    private static String jdk(BenchmarkResult result) {
        return "JDK " + result.environment().jdk().replaceFirst("\\..*", "");
    }

    private static String dataOwner(String id, BenchmarkResult result) {
        return id + "-" + jdk(result).replace("JDK ", "jdk");
    }

    private static String dataId(String owner, Table table) {
        return owner + "-data-" + table.id();
    }

    private List<FigureView> views(String section, List<Figure> drawn) {
        List<Figure> visible =
                drawn.stream().filter(figure -> !figure.panels().isEmpty()).toList();
        figures.addAll(visible);
        return visible.stream()
                .map(figure -> FigureView.of(figure, dataId(section, figure.table())))
                .toList();
    }

    private static String facts(ExperimentResult result) {
        return measured(result.date(), result.commit()) + ", in " + Numbers.withUnit(result.seconds(), "s")
                + "; seeds "
                + result.seeds().stream().map(seed -> seed.toString()).collect(Collectors.joining(", "));
    }

    private static String instances(InstanceFile instances) {
        return instances.file() + " beside the result file: " + Numbers.plain((double) instances.rows()) + " rows";
    }

    private static String measured(String date, Optional<String> commit) {
        return "Measured on " + sources(date, commit);
    }

    /** Of which day and which sources a result is. */
    static String sources(String date, Optional<String> commit) {
        return date
                + commit.map(id -> ", commit " + id.substring(0, Math.min(COMMIT_DIGITS, id.length())))
                        .orElse(", unknown commit");
    }
}
