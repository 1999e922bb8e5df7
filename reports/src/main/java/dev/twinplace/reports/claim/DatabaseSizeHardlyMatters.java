package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** The paper compares the influence of three settings. */
final class DatabaseSizeHardlyMatters implements Claim {
    /** "Little": this part of the influence of another setting. */
    static final double LITTLE = 0.5;

    @Override
    public String id() {
        return "database-size";
    }

    @Override
    public String name() {
        return "The size of the database hardly matters";
    }

    @Override
    public String quote() {
        return "The database size has little impact on the decision-making model compared with the learning rate and number"
                + " of DNNs.";
    }

    @Override
    public String source() {
        return "section 5.2.3";
    }

    @Override
    public List<String> experiments() {
        return List.of("database-size", "learning-rate", "ensemble-size");
    }

    @Override
    public Finding judge(Evidence evidence) {
        SeedFigures mine = SeedFigures.of(evidence, "database-size");
        return new Finding(
                List.of(
                        against(mine, SeedFigures.of(evidence, "learning-rate"), "the learning rate"),
                        against(mine, SeedFigures.of(evidence, "ensemble-size"), "the number of networks")),
                List.of(
                        "Influence is the largest minus the smallest gap after training over the settings tried, by seed: it is"
                                + " above zero by chance alone. Intervals are Student's, over seeds."));
    }

    /** By the seeds that both have. */
    private static Reading against(SeedFigures mine, SeedFigures other, String name) {
        double[] seeds = Arrays.stream(mine.seeds())
                .filter(seed -> Arrays.stream(other.seeds()).anyMatch(each -> each == seed))
                .toArray();
        double[] influence = influence(mine, seeds);
        double[] others = influence(other, seeds);
        double[] tooMuch = new double[seeds.length];
        Arrays.setAll(tooMuch, i -> influence[i] - LITTLE * others[i]);
        return new Reading(
                "less than half the influence of " + name,
                Verdict.atMost(Interval.student(tooMuch), 0),
                "influence of the database size: " + percent(StatUtils.mean(influence)) + ", of " + name + ": "
                        + percent(StatUtils.mean(others)) + "; the first minus half of the second: "
                        + SeedFigures.shown(Interval.student(tooMuch)));
    }

    private static double[] influence(SeedFigures figures, double[] seeds) {
        return Arrays.stream(figures.bySeed(seeds, Columns.MEAN_GAP))
                .mapToDouble(gaps -> StatUtils.max(gaps) - StatUtils.min(gaps))
                .toArray();
    }
}
