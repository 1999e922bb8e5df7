package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/training.md} counts verdicts of the committed results of {@code ablation} and {@code equal-time}. */
class LearningFactsTest {
    private static final Evidence EVIDENCE = EvidenceReader.read(
            Repository.ROOT.resolve("reports/results"),
            Repository.ROOT.resolve("benchmarks/results"),
            List.of("ablation", "equal-time"));

    private static int count(String coupling, String policy, String size, String verdict) {
        Rows rows = EVIDENCE.rows("ablation", "ablation")
                .where(Columns.COUPLING, coupling)
                .where(Columns.POLICY, policy)
                .where(Columns.VERDICT, verdict);
        return (int) rows.list().stream()
                .filter(row -> size == null || row.text(Columns.SIZE).equals(size))
                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "capacity; prices of 0, no network; ; worse; prices of 0 in their place are worse in COUNT of 30 cells",
                "capacity; untrained networks; ; worse; untrained networks in COUNT.",
                "capacity; local-search, restarts; 15×3; better; is better with 15 twins in COUNT of 10 cells",
                "capacity; local-search, restarts; 200×20; worse; and worse with 200 twins in COUNT of 10",
                "capacity; lagrangian, placements not counted; ; better; better in COUNT of the 30",
                "contention; prices of 0, no network; ; better; prices of 0 are better in COUNT of 6 cells",
                "contention; local-search, restarts; ; better; restarts are better in all COUNT",
                "capacity; without repair; ; better; without it COUNT of the 30 cells with capacities are better",
                "capacity; without repair; ; worse; are better and COUNT worse"
            })
    void aSentenceCountsVerdicts(String coupling, String policy, String size, String verdict, String sentence)
            throws IOException {
        requireStated(sentence.replace("COUNT", Integer.toString(count(coupling, policy, size, verdict))));
    }

    private static void requireStated(String sentence) throws IOException {
        String page =
                Files.readString(Repository.ROOT.resolve("docs/training.md")).replaceAll("\\s+", " ");
        assertTrue(page.contains(sentence), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "'local-search, restarts', 'local search, restarted'",
        "'untrained networks, iterated', the same with untrained networks",
        "'prices of 0, no network, iterated', the same with prices of 0",
        "lagrangian, `lagrangian`"
    })
    void aRowCountsVerdictsInTheSameTime(String policy, String shown) throws IOException {
        Rows rows = EVIDENCE.rows("equal-time", "equal-time").where(Columns.POLICY, policy);
        requireStated("| " + shown + " | " + counts(rows, "clustered") + " | " + counts(rows, "uniform") + " |");
    }

    private static String counts(Rows rows, String profile) {
        Rows mine = rows.where(Columns.PROFILE, profile);
        return mine.where(Columns.VERDICT, "better").list().size() + ", "
                + mine.where(Columns.VERDICT, "worse").list().size();
    }
}
