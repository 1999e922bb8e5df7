package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.PricedChoice;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResourcePricingTest {
    @Test
    void theBoundIsNeverAboveTheOptimumWhateverThePricesOfCapacities() {
        SplittableRandom random = new SplittableRandom(1);
        int positive = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SharedResources resources = new SharedResources(problem);
            resources.read();
            double[] prices = new double[resources.count()];
            for (int r = 0; r < prices.length; r++) {
                prices[r] = resources.isCapacity(r) ? 3 * random.nextDouble() : 0;
            }
            ResourcePricing choice = new ResourcePricing(problem, resources);
            choice.read();
            choice.choose(prices, 0);
            double optimum = BruteForce.solve(problem).cost();
            assertTrue(choice.lowerBound() <= optimum + 1e-9 * problem.costMagnitude(), "seed " + seed);
            choice.choose(new double[prices.length], 0);
            positive += prices.length > 0 ? 1 : 0;
        }
        assertTrue(positive > 300, "most problems have something to price");
    }

    @Test
    void everyTwinChoosesItsCheapestServerAndKnowsItsRegret() {
        SplittableRandom random = new SplittableRandom(2);
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SharedResources resources = new SharedResources(problem);
            resources.read();
            ResourcePricing pricing = new ResourcePricing(problem, resources);
            pricing.read();
            pricing.choose(random.doubles(resources.count()).toArray(), 0);
            PricedChoice choice = pricing.choice();
            for (int m = 0; m < problem.twins(); m++) {
                double best = choice.score(m, choice.best(m));
                assertEquals(best, choice.least()[m]);
                assertEquals(resources.aloneCost(m, 0) + choice.price(m, 0, 1), choice.score(m, 0), 1e-9);
                double next = Double.POSITIVE_INFINITY;
                for (int s = 0; s < problem.servers(); s++) {
                    assertTrue(best <= choice.score(m, s));
                    next = s == choice.best(m) ? next : Math.min(next, choice.score(m, s));
                }
                assertEquals(next - best, choice.regret(m));
            }
        }
    }
}
