package dev.twinplace.reports.experiment.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every experiment, with just enough to do for its tables to have rows. */
class ExperimentsTest {
    private static final List<String> SHARES = List.of(
            "convergenceRate",
            "hitRate",
            "answered",
            "provenShare",
            "provenReferences",
            "cloudShare",
            "agreement",
            "reached");
    private static final List<String> NOT_NEGATIVE = List.of(
            "meanGap",
            "p95Gap",
            "worstGap",
            "provenGap",
            "bestFixedGap",
            "medianMicros",
            "moves",
            "forcedMoves",
            "regret",
            "extraCost",
            "meanCost",
            "comparisons",
            "nodes",
            "nodeRatio");

    /** Rounding: proofs end at a relative 1e-9. */
    private static final double TOLERANCE = 2e-9;

    @TempDir
    private Path folder;

    private ExperimentResult run(String name) {
        Experiment experiment = Experiments.named(name);
        Assumptions.assumeTrue(
                experiment.obstacle().isEmpty(),
                () -> "skipped: " + experiment.obstacle().get());
        RunSettings settings = new RunSettings(folder, Scale.TINY, false, 2, Optional.of("abc"));
        Path file = new ExperimentRunner(settings, new SilentProgress()).run(experiment);
        assertFalse(Files.exists(settings.partsOf(name)));
        requireFollowsSchema(file);
        return ResultFiles.readExperiment(file);
    }

    private static void requireFollowsSchema(Path file) {
        try (InputStream resource = ResultFiles.class.getResourceAsStream("experiment-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(resource, InputFormat.JSON);
            assertEquals(List.of(), schema.validate(Files.readString(file), InputFormat.JSON));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gap, gap",
        "pareto, pareto",
        "scaling, scaling",
        "alpha, cost",
        "learning-rate, convergence cost final",
        "ensemble-size, convergence cost final",
        "database-size, convergence cost final",
        "collapse, collapse",
        "ablation, ablation warm-start",
        "equal-time, equal-time",
        "readings, readings",
        "portability, portability",
        "sensitivity, sensitivity trained",
        "melbourne, hours placements sites",
        "drift, policies days",
        "failure, failure large"
    })
    void tablesAreThereAndSane(String name, String tables) {
        ExperimentResult result = run(name);
        assertEquals(name, result.experiment());
        assertEquals(
                List.of(tables.split(" ")),
                result.tables().stream().map(Table::id).toList());
        assertEquals(Optional.of("abc"), result.commit());
        assertTrue(result.seconds() > 0);
        assertFalse(result.seeds().isEmpty());
        result.tables().forEach(ExperimentsTest::requireSane);
    }

    private static void requireSane(Table table) {
        assertFalse(table.rows().isEmpty(), table.id());
        Set<List<Object>> keys = new LinkedHashSet<>(table.rows());
        assertEquals(table.rows().size(), keys.size(), "rows that are there twice in " + table.id());
        for (List<Object> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                requireSane(table, row, i);
            }
        }
    }

    private static void requireSane(Table table, List<Object> row, int index) {
        Column column = table.columns().get(index);
        Object cell = row.get(index);
        if (column.unit().isEmpty()) {
            assertTrue(cell instanceof String, () -> column.name() + " in " + row);
        } else if (cell instanceof Number number) {
            double value = number.doubleValue();
            if (SHARES.contains(column.name())) {
                assertTrue(value >= 0 && value <= 1, () -> column.name() + " in " + row);
            }
            if (NOT_NEGATIVE.contains(column.name())) {
                assertTrue(value >= -TOLERANCE, () -> column.name() + " in " + row);
            }
            requireWithinInterval(table, row, column.name(), value);
        } else {
            assertEquals(null, cell, () -> column.name() + " in " + row);
        }
    }

    private static void requireWithinInterval(Table table, List<Object> row, String name, double value) {
        boolean hasInterval =
                table.columns().stream().anyMatch(column -> column.name().equals(name + "Low"));
        if (hasInterval) {
            double low = ((Number) row.get(table.indexOf(name + "Low"))).doubleValue();
            double high = ((Number) row.get(table.indexOf(name + "High"))).doubleValue();
            assertTrue(low <= value && value <= high, () -> name + " in " + row);
        }
    }

    @Test
    void noPolicyIsCheaperThanTheOptimum() {
        Table costs = run("alpha").table("cost");
        Map<List<Object>, Double> optima = new HashMap<>();
        costs.rows().stream()
                .filter(row -> row.get(2).equals("optimum"))
                .forEach(row -> optima.put(row.subList(0, 2), (Double) row.get(3)));
        assertEquals(6, optima.size());
        for (List<Object> row : costs.rows()) {
            if (Double.valueOf(1).equals(row.get(costs.indexOf("answered")))) {
                double optimum = optima.get(row.subList(0, 2));
                assertTrue((Double) row.get(3) >= optimum * (1 - TOLERANCE), row::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning-rate", "ensemble-size", "database-size"})
    void trainingNeverBeatsTheOptimum(String name) {
        Table costs = run(name).table("cost");
        double optimum = costs.rows().stream()
                .filter(row -> row.get(1).equals("optimum"))
                .mapToDouble(row -> (Double) row.get(2))
                .findFirst()
                .orElseThrow();
        assertTrue(costs.rows().stream().allMatch(row -> (Double) row.get(2) >= optimum * (1 - TOLERANCE)));
    }

    @Test
    void enumerationAgreesThatExactSolversAreExact() {
        Table gaps = run("gap").table("gap");
        int solver = gaps.indexOf("solver");
        int coupling = gaps.indexOf("coupling");
        List<List<Object>> separable = gaps.rows().stream()
                .filter(row -> row.get(solver).equals("lagrangian")
                        && row.get(coupling).equals("independent"))
                .toList();
        assertEquals(3, separable.size());
        separable.forEach(row -> assertEquals(0, (Double) row.get(gaps.indexOf("worstGap")), TOLERANCE));
        assertTrue(gaps.rows().stream().anyMatch(row -> row.get(solver).equals("ddl-paper")));
    }

    @Test
    void aModelThatIsNotMadeForAnEnvironmentSaysSo() {
        Table gaps = run("portability").table("portability");
        Map<String, Object> answered = new HashMap<>();
        gaps.rows()
                .forEach(row -> answered.put(
                        row.get(0) + "/" + row.get(gaps.indexOf("policy")), row.get(gaps.indexOf("answered"))));
        assertEquals(1.0, answered.get("as trained/ddl-paper"));
        assertEquals(0.0, answered.get("topology/ddl-paper"));
        assertEquals(1.0, answered.get("topology/ddl-paper, told of no change"));
        assertEquals(1.0, answered.get("topology/ddl-price:polish=none"));
    }

    @Test
    void unknownNamesListThoseThatAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Experiments.named("gaps"))
                .getMessage();
        assertTrue(message.startsWith("must be one of gap, pareto, ") && message.endsWith("but was gaps"), message);
        assertNotNull(Experiments.named("gap"));
        assertEquals(16, Experiments.all().size());
    }
}
