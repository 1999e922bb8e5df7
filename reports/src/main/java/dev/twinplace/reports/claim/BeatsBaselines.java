package dev.twinplace.reports.claim;

import dev.twinplace.reports.claim.DependenceOnConstants.Rule;
import dev.twinplace.reports.claim.DependenceOnConstants.Setting;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figure 9: lower mean cost than each of the baselines at every weight of latency. */
final class BeatsBaselines implements Claim {
    private static final List<String> BASELINES = List.of("RO", "CO", "AD");

    /** The same where policies have their own names. */
    private static final List<String> BASELINE_POLICIES = List.of("random", "cloud-only", "average");

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
        return "Compared with several baselines, our approach can achieve better performance, especially when tackling"
                + " the system delay.";
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
        Map<Double, Verdict> verdicts = verdicts(printed, BASELINES);
        Reading asPrinted = new Reading(
                "in the model as printed, at each α a lower mean cost than each of RO, CO and AD",
                Verdict.of(verdicts.values()),
                "cheaper at " + count(verdicts, Verdict.HOLDS) + " of " + verdicts.size() + " values of α"
                        + at(verdicts, Verdict.HOLDS) + "; undecided at " + count(verdicts, Verdict.UNDECIDED)
                        + at(verdicts, Verdict.UNDECIDED) + "; not cheaper at " + count(verdicts, Verdict.FAILS)
                        + at(verdicts, Verdict.FAILS));
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "The simplest baseline is missing from the paper: the best single server for all twins. ddl-paper is"
                        + " cheaper than that at "
                        + count(verdicts(printed, List.of("best-fixed")), Verdict.HOLDS) + " of " + verdicts.size()
                        + " values of α.");
        remarks.add(
                "Cheaper: the 95 % interval of the difference, over seeds of training and problems, is below zero.");
        rows.names(Columns.COUPLING).stream()
                .filter(coupling -> !coupling.equals(AS_PRINTED))
                .map(coupling -> coupled(coupling, rows.where(Columns.COUPLING, coupling)))
                .forEach(remarks::add);
        remarks.addAll(DependenceOnConstants.remarks(
                evidence,
                new Rule("A smaller mean gap than each of RO, CO and AD at α = 0.5", BeatsBaselines::nearer)));
        return new Finding(List.of(asPrinted), remarks);
    }

    /** By the mean gap: its interval is over seeds alone. */
    private static Verdict nearer(Setting setting) {
        Interval gap = setting.trained().student(Columns.MEAN_GAP);
        return Verdict.ofAll(BASELINE_POLICIES.stream()
                .map(policy -> Verdict.atMost(gap, setting.gap(policy)))
                .toList());
    }

    private static String coupled(String coupling, Rows rows) {
        Map<Double, Verdict> verdicts = verdicts(rows, BASELINES);
        return "With coupling " + coupling + ", trained with one seed, it is cheaper than RO, CO and AD at "
                + count(verdicts, Verdict.HOLDS) + " of " + verdicts.size() + " values of α.";
    }

    private static String at(Map<Double, Verdict> verdicts, Verdict verdict) {
        String weights = verdicts.entrySet().stream()
                .filter(each -> each.getValue() == verdict)
                .map(each -> each.getKey().toString())
                .collect(Collectors.joining(", "));
        return weights.isEmpty() ? "" : ": " + weights;
    }

    private static long count(Map<Double, Verdict> verdicts, Verdict verdict) {
        return verdicts.values().stream().filter(verdict::equals).count();
    }

    /** At each weight: whether ddl-paper is cheaper than each of these; it is not where it has no answer. */
    private static Map<Double, Verdict> verdicts(Rows rows, List<String> others) {
        Map<Double, Verdict> verdicts = new LinkedHashMap<>();
        for (double alpha : rows.where(Columns.POLICY, "optimum").numbers(Columns.ALPHA)) {
            Rows here = rows.whereNumber(Columns.ALPHA, alpha);
            boolean isAnswered = here.where(Columns.POLICY, "ddl-paper").first().number(Columns.ANSWERED) == 1;
            List<Verdict> against = others.stream()
                    .map(other -> isAnswered ? cheaper(here.where(Columns.POLICY, other)) : Verdict.FAILS)
                    .toList();
            verdicts.put(alpha, Verdict.ofAll(against));
        }
        return verdicts;
    }

    private static Verdict cheaper(Rows other) {
        Row row = other.first();
        return Verdict.atMost(
                new Interval(
                        row.number(Columns.COST_DIFFERENCE),
                        row.number(Columns.COST_DIFFERENCE.low()),
                        row.number(Columns.COST_DIFFERENCE.high())),
                0);
    }
}
