package dev.twinplace.reports.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.MadeResults;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule on both sides of its limit, on made-up tables. */
class PaperClaimsTest {
    private static Judgement judge(Claim claim, ExperimentResult... results) {
        return Judgement.of(claim, MadeResults.evidence(results));
    }

    private static List<Verdict> readings(Judgement judgement) {
        return judgement.readings().stream().map(Reading::verdict).toList();
    }

    private static TableBuilder finals() {
        return new TableBuilder("final", "").labels("setting").numbers("ratio", "meanGap", "rangeClosed", "hitRate");
    }

    private static TableBuilder costs() {
        return new TableBuilder("cost", "")
                .labels("coupling", "policy")
                .numbers("ratio", "alpha")
                .numbers("cost", "meanCost")
                .numbers("ratio", "meanGap");
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.9, 0.06, 106, HOLDS",
        "0.0501, 0.9, 0.06, 106, PARTLY",
        "0.05, 0.899, 0.06, 106, PARTLY",
        "0.05, 0.9, 0.05, 106, PARTLY",
        "0.05, 0.9, 0.06, 104, PARTLY",
        "0.0501, 0.899, 0.05, 104, FAILS",
    })
    void nearOptimalInCostInWhatCanBeGainedAndBesideSimplerRules(
            double gap, double closed, double bestFixed, double untrained, Verdict verdict) {
        Table trained = finals().row("1e-3", gap, closed, 0.1)
                .row("1e-2", 9.0, -9.0, 0.0)
                .build();
        Table curves = new TableBuilder("cost", "")
                .labels("setting")
                .numbers("cost", "meanCost")
                .row("1e-3", untrained)
                .row("1e-3", 1.0)
                .row("optimum", 100.0)
                .build();
        Table besides = costs().row("independent", "best-fixed", 0.5, 1.0, bestFixed)
                .row("independent", "ddl-price", 0.5, 1.0, 0.0)
                .build();
        Judgement judgement = judge(
                new NearOptimal(),
                MadeResults.of("learning-rate", List.of(trained, curves)),
                MadeResults.of("alpha", List.of(besides)));
        assertEquals(verdict, judgement.verdict());
    }

    @ParameterizedTest
    @CsvSource({"9, 9, HOLDS", "10, 9, PARTLY", "9, 11, PARTLY", "10, 11, FAILS"})
    void cheaperThanTheCheapestBaselineAtEachWeight(double energyOnly, double latencyOnly, Verdict verdict) {
        TableBuilder table = costs();
        for (double alpha : new double[] {0, 1}) {
            for (String policy : List.of("optimum", "RO", "CO", "AD", "best-fixed")) {
                table.row("independent", policy, alpha, policy.equals("CO") ? 10.0 : 12.0, 0.0);
            }
        }
        table.row("independent", "ddl-paper", 0.0, energyOnly, 0.0);
        table.row("independent", "ddl-paper", 1.0, latencyOnly, 0.0);
        assertEquals(
                verdict,
                judge(new BeatsBaselines(), MadeResults.of("alpha", List.of(table.build())))
                        .verdict());
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000, HOLDS", "9000, 10001, PARTLY", "10001, 10001, FAILS"})
    void tenMillisecondsForTheUsualAndForNearlyEveryDecision(double median, double p99, Verdict verdict) {
        Evidence evidence = new Evidence(
                Map.of(),
                List.of(
                        MadeResults.benchmark(latencies().row("independent", "table2", "ddl-paper", "us/op", 1.0, 1.0)),
                        MadeResults.benchmark(latencies()
                                .row("independent", "table2", "ddl-paper", "us/op", median, p99)
                                .row("capacity", "table2", "ddl-paper", "us/op", 1e9, 1e9)
                                .row("independent", "M50S10", "ddl-paper", "us/op", 1e9, 1e9)
                                .row("capacity", "table2", "ddl-price", "us/op", 30.0, 90.0)
                                .row("capacity", "table2", "branch-and-bound", "us/op", 80.0, 90.0))),
                List.of());
        Judgement judgement = Judgement.of(new WithinTenMilliseconds(), evidence);
        assertEquals(verdict, judgement.verdict());
        assertTrue(judgement.remarks().get(0).contains("ddl-price takes a median of 30\u00a0µs"), judgement::toString);
        assertTrue(judgement.remarks().get(0).contains("the optimum in a median of 80\u00a0µs"), judgement::toString);
    }

    private static TableBuilder latencies() {
        return new TableBuilder("measurements", "")
                .labels("coupling", "size", "solver", "unit")
                .numbers("us", "p50", "p99");
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 105, HOLDS",
        "0.99, 105.1, PARTLY",
        "0.989, 105, PARTLY",
        "0.989, 105.1, FAILS",
    })
    void convergedIfDecisionsStayAndAreGood(double rate, double cost, Verdict verdict) {
        Table rates = new TableBuilder("convergence", "")
                .labels("setting")
                .numbers("iteration", "iteration")
                .numbers("ratio", "convergenceRate")
                .row("1e-3", 1, 0.5)
                .row("1e-3", 1000, rate)
                .row("1e-2", 1000, 0.1)
                .build();
        Table table = new TableBuilder("cost", "")
                .labels("setting")
                .numbers("iteration", "iteration")
                .numbers("cost", "meanCost")
                .row("1e-3", 1, 110.0)
                .row("1e-3", 1000, cost)
                .row("optimum", 1000, 100.0)
                .build();
        Judgement judgement = judge(new Converges(), MadeResults.of("learning-rate", List.of(rates, table)));
        assertEquals(verdict, judgement.verdict());
    }

    @Test
    void moreNetworksAreFasterIfEachStepIs() {
        assertEquals(
                List.of(Verdict.HOLDS, Verdict.PARTLY, Verdict.FAILS),
                readings(ensembles(new int[] {100, 10, 1}, new double[] {3, 4, 2}, new double[] {1, 1, 1})));
        assertEquals(
                List.of(Verdict.FAILS, Verdict.HOLDS, Verdict.PARTLY),
                readings(ensembles(new int[] {10, 1, 10}, new double[] {3, 2, 2}, new double[] {3, 4, 2})));
    }

    /** For K = 2, 4, 8: the iteration from which on the rate is high, first and last cost. */
    private static Judgement ensembles(int[] stable, double[] first, double[] last) {
        TableBuilder rates = new TableBuilder("convergence", "")
                .labels("setting")
                .numbers("iteration", "iteration")
                .numbers("ratio", "convergenceRate");
        TableBuilder table = new TableBuilder("cost", "")
                .labels("setting")
                .numbers("iteration", "iteration")
                .numbers("cost", "meanCost");
        for (int i = 0; i < stable.length; i++) {
            String setting = "K = " + (2 << i);
            for (int iteration : List.of(1, 10, 100)) {
                rates.row(setting, iteration, iteration >= stable[i] ? MoreNetworksConvergeFaster.LEVEL : 0.9);
            }
            table.row(setting, 1, first[i]).row(setting, 100, last[i]);
        }
        return judge(
                new MoreNetworksConvergeFaster(),
                MadeResults.of("ensemble-size", List.of(rates.build(), table.build())));
    }

    @Test
    void aRateThatFallsAgainWasNotStable() {
        Table rates = new TableBuilder("convergence", "")
                .labels("setting")
                .numbers("iteration", "iteration")
                .numbers("ratio", "convergenceRate")
                .row("K = 2", 1, 0.999)
                .row("K = 2", 2, 0.9)
                .build();
        Table table = new TableBuilder("cost", "")
                .labels("setting")
                .numbers("cost", "meanCost")
                .row("K = 2", 1.0)
                .build();
        Judgement judgement =
                judge(new MoreNetworksConvergeFaster(), MadeResults.of("ensemble-size", List.of(rates, table)));
        assertEquals(
                List.of(new Reading.Value("K = 2", "never")),
                judgement.readings().get(0).values());
    }

    @ParameterizedTest
    @CsvSource({"0.009, HOLDS", "0.011, PARTLY", "0.021, FAILS"})
    void databaseSizeAgainstTheOtherSettings(double spread, Verdict verdict) {
        Judgement judgement = judge(
                new DatabaseSizeHardlyMatters(),
                MadeResults.of("database-size", List.of(spread(spread))),
                MadeResults.of("learning-rate", List.of(spread(0.02))),
                MadeResults.of("ensemble-size", List.of(spread(0.04))));
        assertEquals(verdict, judgement.verdict());
    }

    private static Table spread(double gap) {
        return finals().row("a", 0.03, 0.5, 0.0).row("b", 0.03 + gap, 0.5, 0.0).build();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.02, 1, 0.04, HOLDS",
        "1, 0.02, 1, 0.041, PARTLY",
        "1, 0.02, 0.9, 0.04, PARTLY",
        "0.9, 0.02, 1, 0.041, FAILS",
        "1, 0.1, 0, 0, FAILS",
    })
    void portableToOtherWorkloadsAndToOtherEnvironments(
            double answered, double gap, double answeredElsewhere, double gapElsewhere, Verdict verdict) {
        Table table = new TableBuilder("portability", "")
                .labels("change", "policy")
                .numbers("ratio", "answered", "meanGap")
                .row("as trained", "random", 1.0, 0.09)
                .row("as trained", "ddl-paper", answered, gap)
                .row("S", "ddl-paper", answeredElsewhere, gapElsewhere)
                .row("as trained", "ddl-price:polish=none", 1.0, 0.0)
                .row("S", "ddl-price:polish=none", 1.0, 0.001)
                .build();
        assertEquals(
                verdict,
                judge(new Portable(), MadeResults.of("portability", List.of(table)))
                        .verdict());
    }

    @ParameterizedTest
    @CsvSource({"1, FAILS", "0.98, UNDECIDED"})
    void easyByProofUnlessTheCheckContradictsIt(double hitRate, Verdict verdict) {
        Table table = new TableBuilder("gap", "")
                .labels("coupling", "solver")
                .numbers("count", "scenarios")
                .numbers("ratio", "hitRate")
                .row("independent", "greedy", 50, 1.0)
                .row("independent", "greedy", 50, hitRate)
                .row("capacity", "greedy", 50, 0.5)
                .build();
        Judgement judgement = judge(new NpHard(), MadeResults.of("gap", List.of(table)));
        assertEquals(verdict, judgement.verdict());
        assertTrue(judgement.remarks().get(0).contains("capacity 50"), judgement::toString);
    }

    @Test
    void withoutResultsNothingIsMeasuredAndEachClaimNamesItsCommands() {
        for (Claim claim : PaperClaims.all()) {
            Judgement judgement = judge(claim);
            assertEquals(Verdict.NOT_MEASURED, judgement.verdict(), claim.id());
            assertEquals(
                    claim.experiments().size() + claim.benchmarks().size(),
                    judgement.commands().size(),
                    claim.id());
            String start = claim.benchmarks().isEmpty() ? "./twinplace experiment " : "mvn -pl benchmarks jmh:run ";
            assertTrue(judgement.commands().get(0).startsWith(start), claim.id());
        }
    }

    @Test
    void aResultWithoutTheTableIsNotMeasured() {
        Judgement judgement = judge(new NpHard(), MadeResults.of("gap", List.of(spread(0))));
        assertEquals(Verdict.NOT_MEASURED, judgement.verdict());
        assertTrue(judgement.remarks().get(0).contains("no table gap"), judgement::toString);
    }

    @Test
    void verdictsFollowTheReadings() {
        assertEquals(Verdict.HOLDS, Verdict.of(Arrays.asList(Verdict.HOLDS, Verdict.HOLDS)));
        assertEquals(Verdict.FAILS, Verdict.of(Arrays.asList(Verdict.FAILS, Verdict.FAILS)));
        assertEquals(Verdict.PARTLY, Verdict.of(Arrays.asList(Verdict.HOLDS, Verdict.FAILS)));
        assertEquals(Verdict.PARTLY, Verdict.of(List.of(Verdict.PARTLY)));
        assertEquals(Verdict.PARTLY, Verdict.of(List.of(Verdict.HOLDS, Verdict.UNDECIDED)));
        assertEquals(Verdict.UNDECIDED, Verdict.of(List.of(Verdict.FAILS, Verdict.UNDECIDED)));
    }

    @Test
    void idsAreDifferent() {
        long ids = PaperClaims.all().stream().map(Claim::id).distinct().count();
        assertEquals(PaperClaims.all().size(), ids);
    }
}
