package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.side.SideCase;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Relaxations with prices of rows, and what limits exclude, against all placements of small problems. */
class SideBoundsTest {
    private static final double ROUNDING = 1e-9;

    private final SplittableRandom random = new SplittableRandom(5);

    private static PlacementProblem reduced(SideCase each) {
        return ReducedProblem.of(each.problem()).problem();
    }

    /** Of the placements of a case that the domains allow, in terms of the reduced problem; infinite if there are none. */
    private static double optimum(SideCase each, Domains domains, int twin, int server) {
        double offset = ReducedProblem.of(each.problem()).offset().doubleValue();
        return each.optimum(serverOf -> (twin < 0 || serverOf[twin] == server) && isAllowed(serverOf, domains))
                - offset;
    }

    private static boolean isAllowed(int[] serverOf, Domains domains) {
        for (int m = 0; m < serverOf.length; m++) {
            if (!domains.allows(m, serverOf[m])) {
                return false;
            }
        }
        return true;
    }

    private Domains someDomains(PlacementProblem problem) {
        Domains domains = new Domains(problem);
        for (int m = 0; m < problem.twins(); m++) {
            int s = random.nextInt(problem.servers());
            if (random.nextInt(3) == 0 && domains.serversLeft(m) > 1) {
                domains.forbid(m, s);
            } else if (random.nextInt(4) == 0 && domains.allows(m, s)) {
                domains.assign(m, s);
            }
        }
        return domains;
    }

    /** Any for twins; for rows any that is not negative, where there is a limit. */
    private void drawPrices(PlacementProblem problem, double[] prices) {
        for (int m = 0; m < problem.twins(); m++) {
            prices[m] = random.nextDouble(-10, 40);
        }
        RowPrices rows = RowPrices.of(problem, 0);
        for (int cell = 0; cell < prices.length - problem.twins(); cell++) {
            boolean charged = rows.isPriced(cell) && random.nextBoolean();
            prices[problem.twins() + cell] = charged ? random.nextDouble(4) : 0;
        }
    }

    @Test
    void anyPricesBoundAllPlacementsAndEachDecision() {
        int finite = 0;
        for (int seed = 0; seed < 1500; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = reduced(each);
            Domains domains = someDomains(problem);
            if (domains.isContradiction()) {
                continue;
            }
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, domains);
            drawPrices(problem, relaxation.prices());
            assertTrue(relaxation.evaluate(() -> true));
            double optimum = optimum(each, domains, -1, -1);
            assertTrue(relaxation.bound() <= optimum + ROUNDING, "seed " + seed);
            if (relaxation.bound() == Double.POSITIVE_INFINITY) {
                continue;
            }
            finite += optimum < Double.POSITIVE_INFINITY ? 1 : 0;
            double cutoff = random.nextDouble(100);
            assertTrue(relaxation.boundDecisions(cutoff, () -> true));
            for (int m = 0; m < each.twins; m++) {
                for (int s = 0; s < each.servers && !domains.isDecided(m); s++) {
                    double on = domains.allows(m, s) ? relaxation.boundOn(m, s) : Double.NEGATIVE_INFINITY;
                    assertTrue(Math.min(on, cutoff) <= optimum(each, domains, m, s) + ROUNDING, "seed " + seed);
                }
            }
        }
        assertTrue(finite > 500, "with a placement: " + finite);
    }

    @Test
    void pricesOfServersAndRowsBoundAllPlacementsAndExcludeNoBetterOne() {
        int better = 0;
        int excluded = 0;
        for (int seed = 0; seed < 800; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = reduced(each);
            Domains domains = new Domains(problem);
            double optimum = optimum(each, domains, -1, -1);
            if (optimum == Double.POSITIVE_INFINITY) {
                continue;
            }
            ServerPriceSubgradient prices = new ServerPriceSubgradient(problem);
            double unpriced = prices.step(optimum);
            prices.climb(100, optimum, () -> true);
            assertTrue(prices.bestBound() <= optimum + ROUNDING, "seed " + seed);
            better += prices.bestBound() > unpriced + ROUNDING ? 1 : 0;
            double cutoff = optimum + random.nextDouble(2);
            int mark = domains.mark();
            new ReducedCosts(problem, prices, 2).exclude(domains, cutoff);
            excluded += domains.mark() > mark ? 1 : 0;
            for (int cell : domains.takenSince(mark)) {
                int m = cell / each.servers;
                double on = optimum(each, new Domains(problem), m, cell % each.servers);
                assertTrue(on >= cutoff - ROUNDING, "seed " + seed);
            }
            AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            System.arraycopy(prices.twinPrices(), 0, relaxation.prices(), 0, relaxation.prices().length);
            assertTrue(relaxation.evaluate(() -> true));
            double slack = 1e-9 * (1 + Math.abs(prices.bestBound()));
            assertTrue(relaxation.bound() >= prices.bestBound() - slack, "seed " + seed);
        }
        assertTrue(better > 100 && excluded > 100, better + " better, " + excluded + " with exclusions");
    }

    /** What goes is in no placement that is left; where all are decided, all that breaks a limit goes. */
    @Test
    void limitsExcludeNoPlacementAndFindEveryBreach() {
        int excluded = 0;
        int breaches = 0;
        for (int seed = 0; seed < 1500; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = each.problem();
            Domains domains = someDomains(problem);
            int mark = domains.mark();
            new SidePropagation(problem).propagate(domains);
            int[] taken = domains.takenSince(mark);
            domains.undoTo(mark);
            for (int cell : taken) {
                double on = optimum(each, domains, cell / each.servers, cell % each.servers);
                assertEquals(Double.POSITIVE_INFINITY, on, "seed " + seed);
                excluded++;
            }
            breaches += checkComplete(each, problem) ? 1 : 0;
        }
        assertTrue(excluded > 500 && breaches > 150, excluded + " excluded, " + breaches + " breaches");
    }

    private boolean checkComplete(SideCase each, PlacementProblem problem) {
        Domains domains = new Domains(problem);
        int[] serverOf = random.ints(each.twins, 0, each.servers).toArray();
        double[] load = new double[each.servers];
        boolean fits = true;
        for (int m = 0; m < each.twins; m++) {
            domains.assign(m, serverOf[m]);
            load[serverOf[m]] += problem.demand(m, serverOf[m]);
            fits &= problem.fits(m, serverOf[m]);
        }
        for (int s = 0; s < each.servers; s++) {
            fits &= load[s] <= problem.loadLimit(s);
        }
        if (!fits || domains.isContradiction()) {
            return false;
        }
        new SidePropagation(problem).propagate(domains);
        assertEquals(!each.isFeasible(serverOf), domains.isContradiction());
        return domains.isContradiction();
    }

    @Test
    void aServerWithContentionKeepsLimitsOfWork() {
        int binding = 0;
        for (int seed = 0; seed < 6000; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem problem = reduced(each);
            Domains domains = someDomains(problem);
            new SidePropagation(problem).propagate(domains);
            for (int s = 0; s < each.servers && problem.side().hasWorkLimits(); s++) {
                if (problem.contention(s) > 0 && !domains.isContradiction()) {
                    binding += checkServer(each, problem, domains, s) ? 1 : 0;
                }
            }
        }
        assertTrue(binding > 20, "binding: " + binding);
    }

    /** Returns whether limits of work make a difference. */
    private boolean checkServer(SideCase each, PlacementProblem problem, Domains domains, int server) {
        double[] prices = random.doubles(each.twins, 0, 60).toArray();
        ServerSubproblem subproblem =
                new ServerSubproblems(problem, new ServerCosts(problem)).load(server, domains, prices);
        double least = least(each, problem, domains, server, prices, true);
        assertEquals(least, subproblem.solve(), 1e-9 * (1 + Math.abs(least)));
        return least(each, problem, domains, server, prices, false) < least;
    }

    private static double least(
            SideCase each, PlacementProblem problem, Domains domains, int server, double[] prices, boolean limitsWork) {
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << each.twins; set++) {
            double cost = 0;
            double load = 0;
            double weight = 0;
            double work = 0;
            double tolerated = Double.POSITIVE_INFINITY;
            boolean allowed = true;
            for (int m = 0; m < each.twins; m++) {
                boolean isDecided = domains.isDecided(m) && domains.allows(m, server);
                boolean isTaken = (set >> m & 1) == 1;
                allowed &= isTaken ? domains.allows(m, server) : !isDecided;
                if (isTaken) {
                    cost += problem.cost(m, server) - (isDecided ? 0 : prices[m]);
                    load += problem.demand(m, server);
                    weight += problem.weight(m);
                    work += problem.work(m);
                    tolerated = Math.min(tolerated, problem.side().workSumLimit(m, server));
                }
            }
            if (allowed && load <= problem.loadLimit(server) && (!limitsWork || work <= tolerated)) {
                least = Math.min(least, cost + problem.contention(server) * weight * work);
            }
        }
        return least;
    }
}
