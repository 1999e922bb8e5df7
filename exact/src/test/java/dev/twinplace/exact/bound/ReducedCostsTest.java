package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReducedCostsTest {
    private static ReducedCosts of(PlacementProblem problem, double target, int candidates) {
        ServerPriceSubgradient prices = new ServerPriceSubgradient(problem);
        prices.climb(60, target, () -> true);
        return new ReducedCosts(problem, prices, candidates);
    }

    @Test
    void noPlacementCheaperThanTheCutoffIsExcluded() {
        int excluded = 0;
        for (int seed = 0; seed < 1500; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            if (!truth.isFeasible()) {
                continue;
            }
            double cutoff = truth.cost() + 1e-6 * (1 + problem.costMagnitude());
            Domains domains = new Domains(problem);
            int mark = domains.mark();
            of(problem, cutoff, 3).exclude(domains, cutoff);
            int[] best = new EnumerationSolver()
                    .solve(problem)
                    .placement()
                    .orElseThrow()
                    .toArray();
            for (int m = 0; m < best.length; m++) {
                assertTrue(domains.allows(m, best[m]), "seed " + seed + ", twin " + m);
            }
            excluded += domains.takenSince(mark).length;
        }
        assertTrue(excluded > 1000, "excluded: " + excluded);
    }

    /** In the middle of a climb the best bound is of other prices. */
    @Test
    void pricesThatAreNotTheBestExcludeByTheirOwnBound() {
        int worse = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 6, 3, seed);
            BruteForce truth = BruteForce.solve(problem);
            if (!truth.isFeasible()) {
                continue;
            }
            double cutoff = truth.cost() + 1e-6 * (1 + problem.costMagnitude());
            ServerPriceSubgradient prices = new ServerPriceSubgradient(problem);
            for (int step = 0; step < 5 + seed % 20; step++) {
                prices.step(problem.costMagnitude());
            }
            worse += prices.relaxation().bound() < prices.bestBound() ? 1 : 0;
            Domains domains = new Domains(problem);
            new ReducedCosts(problem, prices, 3).exclude(domains, cutoff);
            int[] best = new EnumerationSolver()
                    .solve(problem)
                    .placement()
                    .orElseThrow()
                    .toArray();
            for (int m = 0; m < best.length; m++) {
                assertTrue(domains.allows(m, best[m]), "seed " + seed + ", twin " + m);
            }
        }
        assertTrue(worse > 1000, "prices that are not the best: " + worse);
    }

    @Test
    void candidatesAreTheServersOfLeastReducedCost() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 40, 8, 3);
        ReducedCosts prices = of(problem, problem.costMagnitude(), 3);
        for (int m = 0; m < 40; m++) {
            assertEquals(0, prices.of(m, prices.candidate(m, 0)), 1e-12);
            double third = prices.of(m, prices.candidate(m, 2));
            int cheaper = 0;
            for (int s = 0; s < 8; s++) {
                cheaper += problem.fits(m, s) && prices.of(m, s) < third ? 1 : 0;
            }
            assertTrue(cheaper <= 2, "twin " + m);
        }
    }

    @Test
    void localSearchAmongCandidatesDescendsAndStaysFeasible() {
        int improved = 0;
        for (int seed = 0; seed < 3000; seed++) {
            PlacementProblem problem =
                    RandomProblems.of(seed % 2 == 0 ? Kind.CONTENTION_AND_CAPACITY : Kind.CAPACITY_TIGHT, 6, 3, seed);
            BruteForce truth = BruteForce.solve(problem);
            if (!truth.isFeasible()) {
                continue;
            }
            int[] start = new SplittableRandom(seed).ints(6, 0, 3).toArray();
            IncrementalCost placement = new IncrementalCost(problem);
            placement.reset(start);
            if (placement.overload() > 0) {
                continue;
            }
            double before = placement.cost();
            new CandidateSearch(placement).improve(of(problem, problem.costMagnitude(), 3), Budget.UNLIMITED.start());
            int[] after = new int[6];
            placement.copyTo(after);
            assertTrue(NaiveCost.isFeasible(problem, after), "seed " + seed);
            assertTrue(placement.cost() <= before && placement.cost() >= truth.cost() - 1e-9, "seed " + seed);
            improved += placement.cost() < before ? 1 : 0;
        }
        assertTrue(improved > 20, "improved: " + improved);
    }
}
