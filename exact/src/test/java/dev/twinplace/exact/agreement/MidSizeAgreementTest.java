package dev.twinplace.exact.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.agreement.MidSizeCheck.Outcome;
import dev.twinplace.exact.agreement.MidSizeProblems.Drawn;
import dev.twinplace.exact.agreement.MidSizeProblems.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The exact solvers agree with CP-SAT, SCIP, CBC, and with themselves on permuted, scaled, shifted and extended
 * copies, on 2,000 problems whose search trees branch.
 *
 * <p>Any number of problems, here 100,000, from any first seed on, so that a run can be continued:
 *
 * <pre>
 * mvn -pl exact -am test -Dtest=MidSizeAgreementTest -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtwinplace.agreement.problems=100000 -Dtwinplace.agreement.first=0
 * </pre>
 *
 * <p>{@code -Dtwinplace.agreement.kind=five_by_twenty} takes problems of one kind only. The table of results goes to standard
 * error and to {@code target/agreement-statistics.txt}; instances with a disagreement go to {@code target/counterexamples}.
 */
class MidSizeAgreementTest {
    private static final int ORDINARY = 2000;
    private static final int MAX_LISTED = 20;
    private static final Path COUNTEREXAMPLES = Path.of("target", "counterexamples");

    /** The kind that all problems are to be of, if one is named. */
    private static final Optional<Kind> KIND = Optional.ofNullable(System.getProperty("twinplace.agreement.kind"))
            .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));

    private final MidSizeCheck check = new MidSizeCheck();
    private final AgreementStatistics statistics = new AgreementStatistics();
    private final Queue<String> disagreements = new ConcurrentLinkedQueue<>();

    @Test
    void exactSolversAgreeWhereTheTreeBranches() {
        long first = Long.getLong("twinplace.agreement.first", 0);
        int problems = Integer.getInteger("twinplace.agreement.problems", ORDINARY);
        AgreementProgress progress = new AgreementProgress(statistics, first, problems);
        LongStream.range(first, first + problems).parallel().forEach(seed -> {
            compare(seed);
            progress.report();
        });
        progress.end();
        assertEquals(List.of(), disagreements.stream().limit(MAX_LISTED).toList(), statistics::table);
        assertEquals(0, statistics.disagreements());
        if (KIND.isEmpty()) {
            assertTheTreesBranch();
        }
    }

    private void compare(long seed) {
        Drawn drawn = KIND.map(kind -> MidSizeProblems.of(kind, seed)).orElseGet(() -> MidSizeProblems.of(seed));
        Outcome outcome = check.check(drawn, seed);
        statistics.add(drawn.kind(), outcome);
        if (!outcome.complaints().isEmpty()) {
            Path file = PlainText.keep(drawn.instance(), outcome.complaints(), COUNTEREXAMPLES);
            disagreements.add("seed " + seed + ", " + drawn.kind() + ", " + file + ": " + outcome.complaints());
        }
    }

    /** Agreement on problems that are solved at the root would prove little. */
    private void assertTheTreesBranch() {
        int count = statistics.count();
        assertTrue(2 * statistics.withMoreNodesThan(1) >= count, statistics::table);
        assertTrue(100 * statistics.withMoreNodesThan(100) >= count, statistics::table);
        assertTrue(100 * statistics.unfinished() <= count, statistics::table);
    }
}
