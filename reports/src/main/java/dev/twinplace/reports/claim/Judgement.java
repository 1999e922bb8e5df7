package dev.twinplace.reports.claim;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.MissingFigureException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A claim with its verdict.
 *
 * @param claim of the paper
 * @param verdict over all readings
 * @param readings none, if it is not measured
 * @param remarks beside it
 * @param commands that measure it
 * @param isQuick whether figures are of the short form of an experiment
 */
public record Judgement(
        Claim claim,
        Verdict verdict,
        List<Reading> readings,
        List<String> remarks,
        List<String> commands,
        boolean isQuick) {
    /** Judges a claim by what there is. */
    public static Judgement of(Claim claim, Evidence evidence) {
        List<String> commands = Stream.concat(
                        claim.experiments().stream()
                                .map(name -> evidence.experiment(name)
                                        .map(ExperimentResult::command)
                                        .orElseGet(() -> EvidenceReader.command(name))),
                        claim.benchmarks().stream().map(EvidenceReader::benchmarkCommand))
                .toList();
        boolean isQuick = claim.experiments().stream()
                .anyMatch(name ->
                        evidence.experiment(name).map(ExperimentResult::quick).orElse(false));
        try {
            Finding finding = claim.judge(evidence);
            return new Judgement(claim, finding.verdict(), finding.readings(), finding.remarks(), commands, isQuick);
        } catch (MissingFigureException e) {
            return new Judgement(claim, Verdict.NOT_MEASURED, List.of(), List.of(e.getMessage()), commands, isQuick);
        }
    }
}
