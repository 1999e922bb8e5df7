package dev.twinplace.reports.claim;

import java.util.List;

/**
 * What is found about a claim.
 *
 * @param readings at least one
 * @param remarks what a reader should know beside it, in figures
 */
public record Finding(List<Reading> readings, List<String> remarks) {
    public Finding {
        readings = List.copyOf(readings);
        remarks = List.copyOf(remarks);
    }

    public Verdict verdict() {
        return Verdict.of(readings.stream().map(Reading::verdict).toList());
    }
}
