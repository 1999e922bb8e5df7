package dev.twinplace.reports.experiment.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.twinplace.io.Sha256;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.InstanceFile;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CSV files beside results: their rows sum up to the figures of the tables. */
class InstanceRowsTest {
    /** Which column of the rows a column of means is of. */
    private static final Map<Column, Column> MEANS =
            Map.of(Columns.MEAN_GAP, Columns.GAP, Columns.MEAN_COST, Columns.COST);

    @TempDir
    private Path folder;

    private RunSettings settings(String directory, boolean resumes, int threads) throws IOException {
        Path output = Files.createDirectories(folder.resolve(directory));
        return new RunSettings(output, Scale.TINY, resumes, threads, Optional.of("abc"));
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static DoubleStream numbers(List<NamedCsvRecord> rows, Column column) {
        return rows.stream()
                .map(row -> row.getField(column.name()))
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble);
    }

    @ParameterizedTest
    @CsvSource({
        "gap, gap, 'coupling size solver'",
        "pareto, pareto, 'coupling size solver'",
        "scaling, scaling, 'coupling axis value solver'",
        "alpha, cost, 'coupling alpha policy'",
        "portability, portability, 'change value policy'"
    })
    void theFiguresOfTheTableFollowFromTheRows(String name, String id, String subject) throws IOException {
        RunSettings settings = settings("x", false, 2);
        Path file = new ExperimentRunner(settings, new SilentProgress()).run(Experiments.named(name));
        ExperimentResult result = ResultFiles.readExperiment(file);
        List<NamedCsvRecord> rows = read(settings.instancesOf(name));
        assertEquals(
                new InstanceFile(name + ".csv", rows.size(), Sha256.of(settings.instancesOf(name))),
                result.instances().orElseThrow());
        Table table = result.table(id);
        List<String> shared = table.columns().stream()
                .map(Column::name)
                .filter(rows.get(0).getHeader()::contains)
                .toList();
        assertEquals(List.of(subject.split(" ")), shared);
        int summedUp = 0;
        for (Row row : Rows.of(table).list()) {
            List<NamedCsvRecord> own = rows.stream()
                    .filter(each -> shared.stream()
                            .allMatch(column -> each.getField(column)
                                    .equals(String.valueOf(row.cells().get(table.indexOf(column))))))
                    .toList();
            requireSumsUp(row, own);
            summedUp += own.size();
        }
        assertEquals(rows.size(), summedUp);
    }

    private static void requireSumsUp(Row row, List<NamedCsvRecord> own) {
        assertFalse(own.isEmpty(), row::toString);
        Table table = row.table();
        MEANS.forEach((mean, summed) -> {
            if (table.has(mean)) {
                double expected = numbers(own, summed).average().orElse(Double.NaN);
                assertEquals(expected, row.number(mean), expected > 1 ? 1e-12 * expected : 1e-12, row::toString);
            }
        });
        if (table.has(Columns.ANSWERED)) {
            double answered = (double) numbers(own, Columns.COST).count() / own.size();
            assertEquals(answered, row.number(Columns.ANSWERED), row::toString);
        }
        if (table.has(Columns.WORST_GAP)) {
            assertEquals(
                    numbers(own, Columns.GAP).max().orElse(Double.NaN), row.number(Columns.WORST_GAP), row::toString);
        }
        for (NamedCsvRecord each : own) {
            boolean hasCost = !each.getField("cost").isEmpty();
            assertEquals(List.of("OPTIMAL", "FEASIBLE").contains(each.getField("status")), hasCost, each::toString);
        }
    }

    @Test
    void anInterruptedRunHasTheRowsOfAWholeOne() throws IOException {
        RunSettings whole = settings("whole", false, 1);
        new ExperimentRunner(whole, new SilentProgress()).run(Experiments.named("portability"));
        SilentProgress interruption = new SilentProgress() {
            private int parts;

            @Override
            public void done(String part) {
                if (++parts == 2) {
                    throw new IllegalStateException("interrupted");
                }
            }
        };
        RunSettings first = settings("parts", false, 1);
        assertThrows(
                IllegalStateException.class,
                () -> new ExperimentRunner(first, interruption).run(Experiments.named("portability")));
        assertFalse(Files.exists(first.instancesOf("portability")), "nothing half-written");
        RunSettings rest = settings("parts", true, 3);
        new ExperimentRunner(rest, new SilentProgress()).run(Experiments.named("portability"));
        byte[] expected = Files.readAllBytes(whole.instancesOf("portability"));
        assertTrue(expected.length > 0);
        assertArrayEquals(expected, Files.readAllBytes(rest.instancesOf("portability")));
    }

    @Test
    void whereNoPolicyIsJudgedOnSingleProblemsThereIsNoFile() throws IOException {
        RunSettings settings = settings("x", false, 1);
        Path file = new ExperimentRunner(settings, new SilentProgress()).run(Experiments.named("collapse"));
        assertEquals(Optional.empty(), ResultFiles.readExperiment(file).instances());
        assertFalse(Files.exists(settings.instancesOf("collapse")));
    }
}
