package dev.twinplace.reports.claim;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.MissingFigureException;
import java.util.List;

/** Something that the paper says and that figures can decide about. */
public interface Claim {
    /** For links. */
    String id();

    /** In a few words. */
    String name();

    /** The paper's words. */
    String quote();

    /** Where the paper says it. */
    String source();

    /** The experiments of which it takes figures. */
    default List<String> experiments() {
        return List.of();
    }

    /** The benchmarks of which it takes figures. */
    default List<String> benchmarks() {
        return List.of();
    }

    /**
     * Decides.
     *
     * @throws MissingFigureException if figures are missing
     */
    Finding judge(Evidence evidence);
}
