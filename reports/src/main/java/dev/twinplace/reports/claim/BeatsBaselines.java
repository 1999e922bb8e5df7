package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figure 9: lower mean cost than each of the baselines at every weight of latency. */
final class BeatsBaselines implements Claim {
    private static final List<String> BASELINES = List.of("RO", "CO", "AD");
    private static final String AS_PRINTED = "independent";

    @Override
    public String id() {
        return "beats-baselines";
    }

    @Override
    public String name() {
        return "Cheaper than RO, CO and AD for every α";
    }

    @Override
    public String quote() {
        return "Compared with several baselines, our approach can achieve better performance, especially when tackling the"
                + " system delay.";
    }

    @Override
    public String source() {
        return "section 5.3, figure 9";
    }

    @Override
    public List<String> experiments() {
        return List.of("alpha");
    }

    @Override
    public Finding judge(Evidence evidence) {
        Rows rows = evidence.rows("alpha", "cost");
        Rows printed = rows.where(Columns.COUPLING, AS_PRINTED);
        int cases = weights(printed).length;
        int won = wins(printed, BASELINES);
        Reading asPrinted = new Reading(
                "in the model as printed, at each α a lower mean cost than the cheapest of RO, CO and AD",
                Verdict.of(won, cases),
                "cheaper at " + won + " of " + cases + " values of α");
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "The simplest baseline is missing from the paper: the best single server for all twins. ddl-paper is"
                        + " cheaper than that at " + wins(printed, List.of("best-fixed")) + " of " + cases
                        + " values of α.");
        rows.names(Columns.COUPLING).stream()
                .filter(coupling -> !coupling.equals(AS_PRINTED))
                .map(coupling -> coupled(coupling, rows.where(Columns.COUPLING, coupling)))
                .forEach(remarks::add);
        return new Finding(List.of(asPrinted), remarks);
    }

    private static String coupled(String coupling, Rows rows) {
        return "With coupling " + coupling + " it is cheaper than RO, CO and AD at " + wins(rows, BASELINES) + " of "
                + plain(weights(rows).length) + " values of α.";
    }

    private static double[] weights(Rows rows) {
        return Arrays.stream(rows.where(Columns.POLICY, "optimum").numbers(Columns.ALPHA))
                .distinct()
                .toArray();
    }

    /** At how many weights ddl-paper is cheaper than each of these; it is not where it has no answer. */
    private static int wins(Rows rows, List<String> others) {
        int wins = 0;
        for (double alpha : weights(rows)) {
            Rows here = rows.whereNumber(Columns.ALPHA, alpha);
            double ours = here.where(Columns.POLICY, "ddl-paper").first().number(Columns.MEAN_COST);
            boolean isCheaper = others.stream()
                    .allMatch(other ->
                            ours < here.where(Columns.POLICY, other).first().number(Columns.MEAN_COST));
            wins += isCheaper ? 1 : 0;
        }
        return wins;
    }
}
