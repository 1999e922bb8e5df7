package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.claim.DependenceOnConstants.Rule;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.List;

/** "The scenario" may be the devices' workloads and places only, as in the paper's example, or all of it. */
final class Portable implements Claim {
    /** The gap may be this many times the gap where the model was trained. */
    static final double MAX_RATIO = 2;

    private static final String AS_TRAINED = "as trained";

    @Override
    public String id() {
        return "portable";
    }

    @Override
    public String name() {
        return "Portable without training again";
    }

    @Override
    public String quote() {
        return "We do not need to train the model again when the scenario changes, e.g., when each device's workload"
                + " and location information are different.";
    }

    @Override
    public String source() {
        return "section 5.3";
    }

    @Override
    public List<String> experiments() {
        return List.of("portability");
    }

    @Override
    public Finding judge(Evidence evidence) {
        Rows rows = evidence.rows("portability", "portability");
        Row home = rows.where(Columns.POLICY, "ddl-paper")
                .where(Columns.CHANGE, AS_TRAINED)
                .first();
        double random = rows.where(Columns.POLICY, "random")
                .where(Columns.CHANGE, AS_TRAINED)
                .first()
                .number(Columns.MEAN_GAP);
        double gap = home.number(Columns.MEAN_GAP);
        int environments = changed(rows, "ddl-paper").list().size();
        int portable = portable(rows, "ddl-paper");
        return new Finding(
                List.of(
                        new Reading(
                                "other workloads and places only: it answers every unseen scenario, nearer to the"
                                        + " optimum than random placement",
                                Verdict.of(home.number(Columns.ANSWERED) == 1 && gap < random),
                                "scenarios answered: " + percent(home.number(Columns.ANSWERED)) + "; mean gap: "
                                        + percent(gap) + ", of random placement: " + percent(random)),
                        new Reading(
                                "other environments: it answers every scenario, with at most twice the gap that it has"
                                        + " where it was trained",
                                Verdict.of(portable, environments),
                                "portable to " + portable + " of " + environments
                                        + " changed environments; it answers every scenario in " + answered(rows))),
                remarks(evidence, rows));
    }

    private static List<String> remarks(Evidence evidence, Rows rows) {
        List<String> remarks = new ArrayList<>();
        remarks.add(ours(rows));
        remarks.addAll(DependenceOnConstants.remarks(
                evidence,
                new Rule(
                        "Unseen scenarios, nearer to the optimum than random placement",
                        setting ->
                                Verdict.atMost(setting.trained().student(Columns.MEAN_GAP), setting.gap("random")))));
        return remarks;
    }

    private static Rows changed(Rows rows, String policy) {
        return rows.where(Columns.POLICY, policy).where(Columns.CHANGE, change -> !change.equals(AS_TRAINED));
    }

    private static long answered(Rows rows) {
        return changed(rows, "ddl-paper").list().stream()
                .filter(row -> row.number(Columns.ANSWERED) == 1)
                .count();
    }

    private static int portable(Rows rows, String policy) {
        double gap = rows.where(Columns.POLICY, policy)
                .where(Columns.CHANGE, AS_TRAINED)
                .first()
                .number(Columns.MEAN_GAP);
        return (int) changed(rows, policy).list().stream()
                .filter(row -> row.number(Columns.ANSWERED) == 1 && row.number(Columns.MEAN_GAP) <= MAX_RATIO * gap)
                .count();
    }

    private static String ours(Rows rows) {
        List<Row> changed = changed(rows, "ddl-price:polish=none").list();
        long answered = changed.stream()
                .filter(row -> row.number(Columns.ANSWERED) == 1)
                .count();
        double worst = changed.stream()
                .mapToDouble(row -> row.number(Columns.MEAN_GAP))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        return "ddl-price, one model for all environments, answers every scenario in " + answered + " of "
                + changed.size() + " of them, with a mean gap of at most " + percent(worst) + ".";
    }
}
