package dev.twinplace.decision;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.twinplace.api.SolveResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Answers for spreadsheets: a header, then a row for every twin, after what its whole answer has in common. An answer without a
 * placement has one row without a twin, a file without an answer one row with the error alone. What is not known is empty.
 * {@code load} and {@code capacity} are those of the twin's server, by resource, as in {@code workloadMB=65.0 memoryGB=6.0};
 * a resource without a limit has no capacity.
 */
public final class AnswerCsv implements AnswerWriter {
    private static final List<String> OF_ANSWER = List.of(
            "file",
            "scenario",
            "solver",
            "status",
            "cost",
            "lowerBound",
            "gap",
            "elapsedMicros",
            "nodes",
            "warnings",
            "error");

    private static final List<String> OF_TWIN =
            List.of("twin", "server", "latencySeconds", "energyMilliJoule", "demand", "twinCost", "load", "capacity");

    private final PrintWriter out;
    private final CsvWriter csv;

    /** Writes the header to {@code out}, which stays open and is flushed after each answer. */
    public AnswerCsv(PrintWriter out) {
        this.out = out;
        csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.PLATFORM)
                .build(out);
        row(OF_ANSWER, OF_TWIN);
    }

    @Override
    public void write(Answer answer) {
        List<String> common = common(answer);
        if (answer.result().placement().isEmpty()) {
            row(common, empty(OF_TWIN.size()));
        }
        Map<String, ServerFigures> servers = new HashMap<>();
        answer.servers().forEach(server -> servers.put(server.server(), server));
        for (TwinFigures twin : answer.twins()) {
            List<ResourceLoad> loads =
                    twin.server().map(id -> servers.get(id).loads()).orElse(List.of());
            row(
                    common,
                    List.of(
                            twin.twin(),
                            twin.server().orElse(""),
                            number(twin.latencySeconds()),
                            number(twin.energyMilliJoule()),
                            number(twin.demand()),
                            number(twin.cost()),
                            byResource(loads, ResourceLoad::load),
                            byResource(loads, ResourceLoad::capacity)));
        }
        out.flush();
    }

    @Override
    public void fail(String file, String error) {
        List<String> common = new ArrayList<>(empty(OF_ANSWER.size()));
        common.set(OF_ANSWER.indexOf("file"), file);
        common.set(OF_ANSWER.indexOf("error"), error);
        row(common, empty(OF_TWIN.size()));
        out.flush();
    }

    private static List<String> common(Answer answer) {
        SolveResult result = answer.result();
        return List.of(
                answer.question().file(),
                answer.question().name(),
                answer.solver(),
                result.status().name(),
                number(answer.cost()),
                number(answer.bound()),
                number(result.gap()),
                number(result.elapsed().toNanos() / 1e3),
                Long.toString(result.nodes()),
                String.join("; ", answer.warnings()),
                "");
    }

    private static String byResource(List<ResourceLoad> loads, ToDoubleFunction<ResourceLoad> figure) {
        return loads.stream()
                .filter(load -> Double.isFinite(figure.applyAsDouble(load)))
                .map(load -> load.resource() + "=" + figure.applyAsDouble(load))
                .collect(Collectors.joining(" "));
    }

    private void row(List<String> common, List<String> twin) {
        List<String> fields = new ArrayList<>(common);
        fields.addAll(twin);
        csv.writeRecord(fields);
    }

    private static List<String> empty(int fields) {
        String[] none = new String[fields];
        Arrays.fill(none, "");
        return Arrays.asList(none);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
