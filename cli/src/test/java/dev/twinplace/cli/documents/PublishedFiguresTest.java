package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures in README and docs are those of the committed results that stand beside them. */
class PublishedFiguresTest {
    /**
     * The phrase has MIN, MAX and MEAN of a column over all rows with the given cells, with the decimal point shifted, rounded
     * to a number of digits.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            README.md           @ `ddl-paper` MIN to MAX µs       @ DecisionLatency @ size=table2;solver=ddl-paper @ p50 @ 0 @ 2
            README.md           @ `ddl-price` MIN to MAX µs       @ DecisionLatency @ size=table2;solver=ddl-price @ p50 @ 0 @ 2
            docs/benchmarks.md  @ the optimum of the same problems in MIN to MAX µs @ DecisionLatency @ size=table2;solver=branch-and-bound @ p50 @ 0 @ 3
            README.md           @ `branch-and-bound` MIN to MAX ms @ ExactSolverBenchmark @ solver=branch-and-bound @ p50 @ -3 @ 2
            README.md           @ CP-SAT MIN to MAX ms            @ ExactSolverBenchmark @ solver=cp-sat @ p50 @ -3 @ 2
            docs/benchmarks.md  @ MIN to MAX ms                   @ ExactSolverBenchmark @ solver=branch-and-bound;coupling=capacity @ p50 @ -3 @ 2
            docs/benchmarks.md  @ MIN to MAX ms                   @ ExactSolverBenchmark @ solver=cp-sat;coupling=capacity @ p50 @ -3 @ 2
            docs/benchmarks.md  @ MIN to MAX ms                   @ ExactSolverBenchmark @ solver=branch-and-bound;coupling=contention @ p50 @ -3 @ 2
            docs/benchmarks.md  @ MIN to MAX ms                   @ ExactSolverBenchmark @ solver=cp-sat;coupling=contention @ p50 @ -3 @ 2
            README.md           @ `ddl-price` MEAN %              @ EqualTimeBenchmark @ sizeAndMicros=60x10 200;solver=ddl-price @ meanGapPercent @ 0 @ 2
            README.md           @ `local-search` MEAN %           @ EqualTimeBenchmark @ sizeAndMicros=60x10 200;solver=local-search @ meanGapPercent @ 0 @ 2
            README.md           @ `lagrangian` MEAN %             @ EqualTimeBenchmark @ sizeAndMicros=60x10 200;solver=lagrangian @ meanGapPercent @ 0 @ 2
            docs/benchmarks.md  @ after 10 ms they are MEAN %     @ EqualTimeBenchmark @ sizeAndMicros=1000x50 10000;solver=ddl-price @ meanGapPercent @ 0 @ 2
            docs/benchmarks.md  @ %, MEAN % and                   @ EqualTimeBenchmark @ sizeAndMicros=1000x50 10000;solver=local-search @ meanGapPercent @ 0 @ 2
            docs/benchmarks.md  @ % and MEAN % ([EqualTime        @ EqualTimeBenchmark @ sizeAndMicros=1000x50 10000;solver=lagrangian @ meanGapPercent @ 0 @ 2
            README.md           @ `auto` MEAN %                   @ PeerPlacement @ coupling=capacity;size=M200S20;budget=1000;solver=auto @ meanGap @ 2 @ 2
            README.md           @ `lagrangian` MEAN %             @ PeerPlacement @ coupling=capacity;size=M200S20;budget=1000;solver=lagrangian @ meanGap @ 2 @ 2
            README.md           @ SCIP MEAN %                     @ PeerPlacement @ coupling=capacity;size=M200S20;budget=1000;solver=scip @ meanGap @ 2 @ 2
            README.md           @ CP-SAT MEAN %                   @ PeerPlacement @ coupling=capacity;size=M200S20;budget=1000;solver=cp-sat @ meanGap @ 2 @ 2
            docs/benchmarks.md  @ | MEAN ±                        @ PublishedOptimaBenchmark @ solver=branch-and-bound @ score @ -3 @ 2
            docs/benchmarks.md  @ ± MEAN s |                      @ PublishedOptimaBenchmark @ solver=branch-and-bound @ scoreError @ -3 @ 2
            docs/benchmarks.md  @ s | MEAN ±                      @ PublishedOptimaBenchmark @ solver=cp-sat @ score @ -3 @ 2
            docs/benchmarks.md  @ ± MEAN s |                      @ PublishedOptimaBenchmark @ solver=cp-sat @ scoreError @ -3 @ 2
            README.md           @ `auto` MEAN %                   @ PublishedInstances @ solver=auto;budget=10000 @ aboveBest @ 2 @ 2
            README.md           @ CP-SAT MEAN %                   @ PublishedInstances @ solver=cp-sat;budget=10000 @ aboveBest @ 2 @ 2
            README.md           @ HiGHS MEAN %                    @ PublishedInstances @ solver=highs;budget=10000 @ aboveBest @ 2 @ 2
            docs/benchmarks.md  @ after 1 s a mean cost MEAN %    @ PublishedInstances @ solver=auto;budget=1000 @ aboveBest @ 2 @ 2
            docs/benchmarks.md  @ MAX % above it at worst         @ PublishedInstances @ solver=auto;budget=10000 @ aboveBest @ 2 @ 2
            docs/benchmarks.md  @ its mean cost is MEAN %         @ PublishedInstances @ solver=auto;budget=60000 @ aboveBest @ 2 @ 2
            docs/benchmarks.md  @ its mean bound MEAN % below     @ PublishedInstances @ solver=auto;budget=60000 @ belowBest @ 2 @ 2
            docs/benchmarks.md  @ the ensemble takes MEAN µs      @ PeerInference @ method=twinplaceSimd;batch=1 @ score @ 0 @ 2
            docs/benchmarks.md  @ training step takes MEAN ms     @ PeerTraining @ method=twinplace @ score @ 0 @ 2
            docs/benchmarks.md  @ answers MIN to MAX s            @ StartUp @ mode=ss @ p50 @ -3 @ 2
            README.md           @ MEAN % above the optimum        @ learning-rate @ setting=1e-3 @ meanGap @ 2 @ 3
            docs/replan.md      @ has a regret of MEAN %          @ drift @ coupling=independent;policy=replan @ regret @ 2 @ 2
            docs/replan.md      @ moving nothing MEAN %           @ drift @ coupling=independent;policy=move only what must @ regret @ 2 @ 2
            docs/replan.md      @ optimising anew each hour MEAN % @ drift @ coupling=independent;policy=optimise anew @ regret @ 2 @ 2
            docs/replan.md      @ `replan` has MEAN %             @ drift @ coupling=capacity;policy=replan @ regret @ 2 @ 2
            docs/replan.md      @ optimising anew MEAN %          @ drift @ coupling=capacity;policy=optimise anew @ regret @ 2 @ 2
            docs/replan.md      @ moving only what must MEAN %    @ drift @ coupling=capacity;policy=move only what must @ regret @ 2 @ 2
            README.md           @ for all twins: MEAN %           @ alpha @ coupling=independent;alpha=0.5;policy=best-fixed @ meanGap @ 2 @ 3
            """)
    void aFigureIsThatOfItsResult(
            String document, String phrase, String result, String cells, String column, int shift, int digits)
            throws IOException {
        DoubleSummaryStatistics figures = figures(result, List.of(cells.split(";", -1)), column);
        String expected = phrase.replace("MIN", rounded(figures.getMin(), shift, digits))
                .replace("MAX", rounded(figures.getMax(), shift, digits))
                .replace("MEAN", rounded(figures.getAverage(), shift, digits));
        String text = Files.readString(Repository.ROOT.resolve(document)).replaceAll("\\s+", " ");
        assertTrue(text.contains(expected), () -> document + ": must have: " + expected);
    }

    private static String rounded(double figure, int shift, int digits) {
        return new BigDecimal(figure)
                .movePointRight(shift)
                .round(new MathContext(digits))
                .toPlainString();
    }

    private static DoubleSummaryStatistics figures(String result, List<String> cells, String column) {
        Table table = tables(result).stream()
                .filter(each ->
                        each.columns().stream().anyMatch(one -> one.name().equals(column)))
                .findFirst()
                .orElseThrow();
        DoubleSummaryStatistics figures = table.rows().stream()
                .filter(row -> cells.stream().allMatch(cell -> has(table, row, cell)))
                .mapToDouble(row -> ((Number) row.get(table.indexOf(column))).doubleValue())
                .summaryStatistics();
        assertTrue(figures.getCount() > 0, () -> result + ": has no row with " + cells);
        return figures;
    }

    private static boolean has(Table table, List<Object> row, String cell) {
        String[] parts = cell.split("=", 2);
        return parts[1].equals(String.valueOf(row.get(table.indexOf(parts[0]))));
    }

    private static List<Table> tables(String result) {
        Path experiment = Repository.ROOT.resolve("reports/results/" + result + ".json");
        return Files.exists(experiment)
                ? ResultFiles.readExperiment(experiment).tables()
                : ResultFiles.readBenchmark(Repository.ROOT.resolve("benchmarks/results/" + result + "/jdk17.json"))
                        .tables();
    }
}
