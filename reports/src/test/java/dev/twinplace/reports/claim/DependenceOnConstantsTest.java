package dev.twinplace.reports.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.reports.claim.DependenceOnConstants.Rule;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.evidence.MadeResults;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences on made-up trainings: they follow the figures. */
class DependenceOnConstantsTest {
    private static final Rule SMALL =
            new Rule("Small", setting -> Verdict.atMost(setting.trained().student(Columns.MEAN_GAP), 0.03));
    private static final Rule NEARER = new Rule(
            "Nearer than random",
            setting -> Verdict.atMost(setting.trained().student(Columns.MEAN_GAP), setting.gap("random")));
    private static final Interval GOOD = new Interval(0.02, 0.02, 0.02);
    private static final Interval BAD = new Interval(0.04, 0.04, 0.04);
    private static final Interval UNSURE = new Interval(0.03, 0.01, 0.05);

    private final TableBuilder trained = new TableBuilder("trained", "")
            .columns(Columns.PARAMETER, Columns.PARAMETER_VALUE, Columns.SEED, Columns.MEAN_GAP);
    private final TableBuilder policies = new TableBuilder("sensitivity", "")
            .columns(Columns.PARAMETER, Columns.PARAMETER_VALUE, Columns.POLICY, Columns.MEAN_GAP);

    /** Two trainings at the ends, and what random placement has there. */
    private void add(String parameter, double value, Interval gaps) {
        trained.row(parameter, value, 1, gaps.low()).row(parameter, value, 2, gaps.high());
        policies.row(parameter, value, "random", 0.1);
    }

    private void addDefaults(Interval gaps) {
        add("gamma", 0.15, gaps);
        add("lambda", 10_000, gaps);
        add("delta", 10, gaps);
        add("theta", 1e9, gaps);
    }

    private Evidence evidence(Table... tables) {
        return MadeResults.evidence(MadeResults.of("sensitivity", List.of(tables)));
    }

    private List<String> remarks(Rule... rules) {
        return DependenceOnConstants.remarks(evidence(policies.build(), trained.build()), rules);
    }

    @Test
    void valuesAreListedByVerdictAndTheLargestGroupIsCounted() {
        addDefaults(BAD);
        add("gamma", 0.3, GOOD);
        add("gamma", 0.6, GOOD);
        add("lambda", 20_000, GOOD);
        add("delta", 100, BAD);
        add("delta", 300, BAD);
        add("delta", 1000, BAD);
        add("theta", 1, UNSURE);
        add("theta", 1e6, BAD);
        assertEquals(
                List.of(
                        "Constants that the paper does not give: ddl-paper is trained anew in 9 settings of γ, λ, δ"
                                + " and the unit of θ (experiment sensitivity).",
                        "Small: holds (γ = 0.3, 0.6; λ = 20,000), undecided (θ per instruction), does not hold in the"
                                + " other 5, the defaults among them.",
                        "Nearer than random: undecided (θ per instruction), holds in the other 8, the defaults among"
                                + " them."),
                remarks(SMALL, NEARER));
    }

    @Test
    void theDefaultsCountOnceAndMayBeTheException() {
        addDefaults(GOOD);
        add("gamma", 0.075, GOOD);
        add("theta", 1, BAD);
        add("theta", 1e6, BAD);
        add("theta", 1e7, BAD);
        assertEquals(
                "Small: holds (the defaults; γ = 0.075), does not hold in the other 3.",
                remarks(SMALL).get(1));
    }

    @Test
    void otherFiguresGiveOtherSentences() {
        addDefaults(BAD);
        add("theta", 1e6, GOOD);
        add("theta", 1e7, BAD);
        assertEquals(
                "Small: holds (θ per 10⁶ instructions), does not hold in the other 2, the defaults among them.",
                remarks(SMALL).get(1));
    }

    @Test
    void withoutTrainingsNothingIsMeasured() {
        List<String> expected =
                List.of("What other values of the constants change that the paper does not give is not measured"
                        + " (experiment sensitivity).");
        assertEquals(expected, DependenceOnConstants.remarks(MadeResults.evidence(), SMALL));
        assertEquals(expected, DependenceOnConstants.remarks(evidence(policies.build()), SMALL));
    }

    /** The sentences of a claim are about its own rules. */
    @Test
    void claimsStateWhereTheirRulesHold(@TempDir Path directory) {
        MadeResults.write(directory.resolve("results"), directory.resolve("benchmarks"));
        Evidence evidence = EvidenceReader.read(
                directory.resolve("results"),
                directory.resolve("benchmarks"),
                Experiments.all().stream().map(Experiment::name).toList());
        Map<String, Set<String>> expected = Map.of(
                "near-optimal",
                Set.of(
                        "A mean gap of at most 5\u00a0%: holds in all of them.",
                        "At least 90\u00a0% of the range: does not hold in all of them.",
                        "Nearer than the best single server: holds in all of them.",
                        "Nearer than before training: holds in all of them."),
                "converges",
                Set.of(
                        "Decisions no longer change: holds in all of them.",
                        "Training at least halves the gap: holds in all of them."),
                "beats-baselines",
                Set.of("A smaller mean gap than each of RO, CO and AD at α = 0.5: holds in all of them."),
                "portable",
                Set.of("Unseen scenarios, nearer to the optimum than random placement: holds in all of them."));
        for (Claim claim : PaperClaims.all()) {
            Set<String> found = new TreeSet<>(Judgement.of(claim, evidence).remarks());
            found.removeIf(remark -> !remark.endsWith("in all of them."));
            assertEquals(new TreeSet<>(expected.getOrDefault(claim.id(), Set.of())), found, claim.id());
        }
    }
}
