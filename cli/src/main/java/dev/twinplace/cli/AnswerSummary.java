package dev.twinplace.cli;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came of several problems, in a few lines. */
final class AnswerSummary {
    private final Map<SolveStatus, Integer> counts = new EnumMap<>(SolveStatus.class);
    private final DoubleSummaryStatistics gaps = new DoubleSummaryStatistics();
    private double micros;
    private int failures;

    void add(SolveResult result) {
        counts.merge(result.status(), 1, Integer::sum);
        micros += result.elapsed().toNanos() / 1e3;
        if (result.placement().isPresent() && Double.isFinite(result.gap())) {
            gaps.accept(result.gap());
        }
    }

    /** Counts a file that has no answer. */
    void addFailure() {
        failures++;
    }

    int problems() {
        return failures + counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int count(SolveStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** Lines by their labels. */
    Map<String, String> lines() {
        int optimal = count(SolveStatus.OPTIMAL);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "problems",
                problems() + ": " + (optimal + count(SolveStatus.FEASIBLE)) + " answered (" + optimal + " optimal), "
                        + count(SolveStatus.INFEASIBLE) + " infeasible, " + count(SolveStatus.UNKNOWN) + " unknown, "
                        + failures + " failed");
        if (gaps.getCount() > 0) {
            lines.put(
                    "gap",
                    "mean " + FigureText.percent(gaps.getAverage(), 3) + ", worst "
                            + FigureText.percent(gaps.getMax(), 3));
        }
        lines.put("time", FigureText.time(micros));
        return lines;
    }
}
