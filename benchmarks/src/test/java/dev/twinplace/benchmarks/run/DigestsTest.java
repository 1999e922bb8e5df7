package dev.twinplace.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {
    private static Measurement timed(String method, Map<String, String> parameters, double score) {
        return timed(method, parameters, score, 0);
    }

    private static Measurement timed(String method, Map<String, String> parameters, double score, double error) {
        return new Measurement(
                "Thing", method, parameters, "avgt", "us/op", score, error, Map.of(), OptionalDouble.empty(), Map.of());
    }

    private static Measurement decision(String solver, double median, double rare) {
        return new Measurement(
                "DecisionLatency",
                "decide",
                Map.of("solver", solver, "size", "table2", "coupling", "capacity"),
                "sample",
                "us/op",
                median,
                0,
                Map.of("p50", median, "p999", rare),
                OptionalDouble.of(0.4),
                Map.of());
    }

    @Test
    void theSlowestLearnedDecisionAnswersTheQuestion() {
        String text = Digests.of(
                "DecisionLatency",
                List.of(
                        decision("ddl-price", 20, 80),
                        decision("ddl-paper", 50, 40),
                        decision("cp-sat", 9000, 20_000)));
        assertTrue(text.contains("The paper's 0.01 s holds"), text);
        assertTrue(text.contains("at most 50.0 us in the median and at most 80.0 us in\n999"), text);
        assertTrue(text.contains("200 and 125 times as fast"), text);
        String slow = Digests.of("DecisionLatency", List.of(decision("ddl-price", 20, 10_001)));
        assertTrue(slow.contains("does not always hold"), slow);
        assertTrue(text.matches("(?s).*\\| cp-sat +\\| 9,000, 20,000 \\|.*"), text);
    }

    @Test
    void stagesAreAddedUpBesideTheWhole() {
        Map<String, Double> stages = Map.of(
                "compile",
                10.0,
                "features",
                10.0,
                "forward",
                20.0,
                "decode",
                30.0,
                "repair",
                10.0,
                "evaluate",
                5.0,
                "polish",
                5.0);
        Measurement staged = new Measurement(
                "DecisionStages",
                "staged",
                Map.of("solver", "ddl-price"),
                "avgt",
                "ns/op",
                95,
                0,
                Map.of(),
                OptionalDouble.empty(),
                stages);
        String text = Digests.of("DecisionStages", List.of(staged, timed("whole", Map.of("solver", "ddl-price"), 100)));
        assertTrue(text.matches("(?s).*\\| +90.0 \\| +100 \\| +90 % \\|.*"), text);
    }

    @ParameterizedTest
    @CsvSource({"10, 6, 12, read the weights, 83 %", "10, 9, 2, do the multiply-adds, 90 %"})
    void theLimitIsTheLongerOfTheTwo(double forward, double compute, double memory, String why, String share) {
        double limit = Math.max(compute, memory);
        double time = limit > forward ? limit / 0.83 : forward;
        String text = Digests.of(
                "MachineLimit",
                List.of(
                        timed("forward", Map.of(), time),
                        timed("multiplyAdds", Map.of(), compute),
                        timed("readWeights", Map.of(), memory)));
        assertTrue(text.contains(why + ": the forward pass reaches " + share), text);
    }

    @Test
    void anExponentIsTheSlopeOfLogarithms() {
        List<Measurement> measurements = new ArrayList<>();
        for (int twins = 10; twins <= 10_000; twins *= 10) {
            measurements.add(timed("time", Map.of("solver", "square", "size", "M" + twins), 3.0 * twins * twins));
            measurements.add(timed("time", Map.of("solver", "line", "size", "M" + twins), 5.0 * twins));
            measurements.add(timed("time", Map.of("solver", "line", "size", "N" + twins), 5.0));
        }
        measurements.add(timed("time", Map.of("solver", "once", "size", "N10"), 1));
        String text = Digests.of("DecisionGrowth", measurements);
        assertTrue(text.matches("(?s).*\\| square +\\| +2.00 ± [^|]+\\| +- \\| +- \\|.*"), text);
        assertTrue(text.matches("(?s).*\\| line +\\| +1.00 ± [^|]+\\| +- \\| +0 ± 0 \\|.*"), text);
        assertTrue(!text.contains("once"), text);
    }

    @Test
    void peersAreInTheOrderOfTheirTimes() {
        String text = Digests.of(
                "PeerInference",
                List.of(
                        timed("onnxRuntime", Map.of("batch", "1"), 15),
                        timed("twinplaceSimd", Map.of("batch", "1"), 10)));
        assertTrue(text.indexOf("twinplaceSimd") < text.indexOf("onnxRuntime"), text);
        assertTrue(text.matches("(?s).*\\| onnxRuntime +\\| +1 \\| +15.0 us \\| +1.50 \\|.*"), text);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 2.00", "0.3, 2.1, -", "1.1, 0, -", "NaN, 0, -"})
    void aRatioWithALargeErrorIsNoResult(double ourError, double theirError, String shown) {
        String text = Digests.of(
                "PeerTraining",
                List.of(timed("twinplace", Map.of(), 10, ourError), timed("pyTorch", Map.of(), 20, theirError)));
        assertTrue(text.matches("(?s).*\\| pyTorch +\\| +\\| +20.0 us \\| +" + shown + " \\|.*"), text);
        assertTrue(text.matches("(?s).*\\| twinplace +\\| +\\| +10.0 us \\| +1 \\|.*"), text);
    }

    @Test
    void kernelsAreBesideTheirScalarImplementations() {
        String text = Digests.of(
                "KernelBenchmark",
                List.of(
                        timed("affine", Map.of("kind", "scalar"), 50),
                        timed("affine", Map.of("kind", "simd"), 10),
                        timed("alone", Map.of("kind", "simd"), 10)));
        assertTrue(text.matches("(?s).*\\| affine +\\| +10.0 \\| +50.0 \\| +5.00 \\|.*"), text);
        assertTrue(!text.contains("alone"), text);
    }

    @Test
    void placementsAreComparedByTime() {
        Table gaps = new TableBuilder("placement", "t")
                .labels("coupling", "size")
                .numbers("ms", "budget")
                .labels("solver")
                .numbers("count", "problems", "inTime", "late")
                .numbers("ratio", "meanGap")
                .row("capacity", "M15", 1, "greedy", 3, 3, 0, 0.01)
                .row("capacity", "M15", 1, "slow", 3, 0, 2, null)
                .row("capacity", "M15", 10, "greedy", 3, 2, 1, 0.005)
                .row("capacity", "M15", 10, "slow", 3, 0, 0, null)
                .build();
        PlacementDigest digest = new PlacementDigest(gaps);
        String text = digest.all();
        assertTrue(text.matches("(?s).*\\| capacity, M15 +\\| +1 ms \\| +10 ms \\|.*"), text);
        assertTrue(text.matches("(?s).*\\| greedy +\\| +1.000 % \\| +0.500 % \\(2 of 3\\) \\|.*"), text);
        assertTrue(text.matches("(?s).*\\| slow +\\| +late \\| +none \\|.*"), text);
        String best = digest.best();
        assertTrue(
                best.matches("(?s).*\\| capacity, M15 +\\| greedy: 1.000 % +\\| greedy: 0.500 % \\(2 of 3\\) +\\|.*"),
                best);
    }

    @Test
    void publishedInstancesAreComparedByBudget() {
        Table answers = new TableBuilder("published", "t")
                .columns(Columns.INSTANCE, Columns.BUDGET, Columns.SOLVER, Columns.STATUS)
                .columns(Columns.ABOVE_BEST, Columns.BELOW_BEST, Columns.MILLIS)
                .row("c1", 1000, "one", "OPTIMAL", 0.0, 0.0, 300)
                .row("c1", 1000, "two", "FEASIBLE", 0.02, 0.03, 1250)
                .row("d1", 1000, "one", "FEASIBLE", 0.01, 0.004, 1000)
                .row("d1", 1000, "two", "FEASIBLE", 0.0, 0.01, 1251)
                .row("d1", 60_000, "two", "UNKNOWN", null, null, 60_000)
                .row("d1", 60_000, "one", "WRONG", 0.0, -0.01, 1)
                .build();
        PublishedDigest digest = new PublishedDigest(answers);
        String text = digest.summary();
        assertTrue(text.contains("| 1 s, 2 instances |"), text);
        assertTrue(
                text.matches("(?s).*\\| one +\\| +all \\| +0.500 % \\| +1.000 % \\| +1 \\| +0.200 % \\| +1 \\|.*"),
                text);
        assertTrue(
                text.matches("(?s).*\\| two +\\| +1 of 2 \\| +2.000 % \\| +2.000 % \\| +0 \\| +2.000 % \\| +0 \\|.*"),
                text);
        String one = digest.instances();
        assertTrue(one.matches("(?s).*\\| c1 +\\| +proven \\| 2.000 % \\|.*"), one);
        assertTrue(one.matches("(?s).*\\| d1 +\\| 1.000 % \\| +late \\|.*"), one);
        assertTrue(one.matches("(?s).*\\| 60 s \\| +two \\| +one \\|.*\\| d1 +\\| +none \\| +wrong \\|.*"), one);
    }

    @Test
    void othersHaveNothingToSay() {
        assertEquals("", Digests.of("EvaluationBenchmark", List.of(timed("compile", Map.of(), 1))));
    }
}
