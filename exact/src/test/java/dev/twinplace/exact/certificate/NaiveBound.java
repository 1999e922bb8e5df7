package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;

/** The definition of L(v) in decimals: every subset of every server. Prices of rows are 0 where there is no limit. */
final class NaiveBound {
    private final ExactProblem exact;
    private final PlacementProblem problem;
    private final double[] prices;

    NaiveBound(ExactProblem exact, double[] prices) {
        this.exact = exact;
        this.problem = exact.problem;
        this.prices = prices;
    }

    /** Null if it is infinite. */
    BigDecimal bound(Domain domain) {
        BigDecimal bound = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            bound = domain.isDecided(m) ? bound : bound.add(new BigDecimal(prices[m]));
        }
        for (int s = 0; s < problem.servers(); s++) {
            bound = bound.subtract(worthOfRows(s));
            BigDecimal least = null;
            for (int subset = 0; subset < (1 << problem.twins()); subset++) {
                BigDecimal cost = cost(domain, s, subset);
                boolean lower = cost != null && (least == null || cost.compareTo(least) < 0);
                least = lower ? cost : least;
            }
            if (least == null) {
                return null;
            }
            bound = bound.add(least);
        }
        return bound;
    }

    /** Null if the subset is not possible. */
    private BigDecimal cost(Domain domain, int server, int subset) {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal load = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal work = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            boolean on = ((subset >> m) & 1) == 1;
            if (on ? !domain.allows(m, server) : domain.isDecidedOn(m, server)) {
                return null;
            }
            if (on) {
                cost = cost.add(new BigDecimal(problem.cost(m, server))).subtract(offset(m));
                cost = domain.isDecided(m) ? cost : cost.subtract(new BigDecimal(prices[m]));
                cost = cost.add(charge(m, server));
                load = load.add(new BigDecimal(problem.demand(m, server)));
                weight = weight.add(new BigDecimal(problem.weight(m)));
                work = work.add(new BigDecimal(problem.work(m)));
            }
        }
        double limit = exact.capacities.limit(server);
        boolean fits = limit == Double.POSITIVE_INFINITY || load.compareTo(new BigDecimal(limit)) <= 0;
        BigDecimal contention = new BigDecimal(problem.contention(server));
        fits &= contention.signum() == 0 || isTolerated(server, subset, work);
        return fits ? cost.add(contention.multiply(weight).multiply(work)) : null;
    }

    private boolean isTolerated(int server, int subset, BigDecimal work) {
        for (int m = 0; m < problem.twins(); m++) {
            double limit = problem.side().workSumLimit(m, server);
            boolean isLimited = ((subset >> m) & 1) == 1 && limit < Double.POSITIVE_INFINITY;
            if (isLimited && work.compareTo(new BigDecimal(limit)) > 0) {
                return false;
            }
        }
        return true;
    }

    private BigDecimal rowPrice(int row, int server) {
        return new BigDecimal(prices[problem.twins() + row * problem.servers() + server]);
    }

    private BigDecimal charge(int twin, int server) {
        BigDecimal charge = BigDecimal.ZERO;
        for (int r = 0; r < problem.side().rows(); r++) {
            for (int i = 0; i < problem.side().members(r); i++) {
                if (problem.side().member(r, i) == twin) {
                    charge = charge.add(rowPrice(r, server)
                            .multiply(new BigDecimal(problem.side().memberDemand(r, i))));
                }
            }
        }
        return charge;
    }

    private BigDecimal worthOfRows(int server) {
        BigDecimal worth = BigDecimal.ZERO;
        for (int r = 0; r < problem.side().rows(); r++) {
            double limit = problem.side().sumLimit(r, server);
            if (limit < Double.POSITIVE_INFINITY) {
                worth = worth.add(rowPrice(r, server).multiply(new BigDecimal(limit)));
            }
        }
        return worth;
    }

    private BigDecimal offset(int twin) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double limit = exact.capacities.limit(s);
            least = problem.demand(twin, s) <= limit ? Math.min(least, problem.cost(twin, s)) : least;
        }
        return new BigDecimal(least);
    }
}
