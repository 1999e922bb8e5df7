package dev.twinplace.exact.certificate;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * The lower bound that prices v prove for the excess of every placement within a domain, exactly:
 *
 * <pre>
 * L(v) = Σ_{m undecided} v[m]  +  Σ_s min { cost on s of the decided twins and of X, less Σ_{m in X} v[m] }
 * </pre>
 *
 * <p>less what rows are worth at their prices, and with what they charge as a part of costs,
 * over the sets X of undecided twins that s is left to and that fit. It holds for all prices: the twins that a placement
 * puts on s are such a set, and each undecided twin's price is then added once and taken off once. If decided twins overload
 * a server there is no placement, and L is infinite.
 */
final class PriceBound {
    private static final int NONE = -1;

    private final ExactProblem problem;
    private final Domain domain;
    private final Prices prices;
    /** Per server the minimum of what is in braces above, and the set X that attains it. */
    private final BigInteger[] least;

    private final BitSet[] chosen;
    /** Infinite if null. */
    private final BigInteger sum;

    private final BigInteger target;

    /**
     * Solves a subproblem for each server. The domain must not change while this is used.
     *
     * @param v a price for each twin, and for each row on each server
     * @param target for the bound to reach
     */
    PriceBound(ExactProblem problem, Domain domain, PriceVector v, Target target) {
        this.problem = problem;
        this.domain = domain;
        prices = new Prices(problem, v);
        this.target = target.units(prices.shift());
        least = new BigInteger[problem.servers];
        chosen = new BitSet[problem.servers];
        BigInteger total = undecidedPrices().subtract(prices.worthOfRows());
        for (int s = 0; s < problem.servers && total != null; s++) {
            total = solve(s) ? total.add(least[s]) : null;
        }
        sum = total;
    }

    private BigInteger undecidedPrices() {
        BigInteger total = BigInteger.ZERO;
        for (int m = 0; m < problem.twins; m++) {
            total = domain.isDecided(m) ? total : total.add(prices.of(m));
        }
        return total;
    }

    private boolean solve(int server) {
        ServerBase base = ServerBase.of(problem, domain, server, NONE);
        if (base.isOverloaded()) {
            return false;
        }
        Candidates candidates = Candidates.of(problem, domain, server, base, prices, NONE);
        SubsetSearch search = SubsetSearch.over(candidates);
        least[server] = prices.cost(base).add(search.minimum(BigInteger.ZERO));
        chosen[server] = search.chosen();
        return true;
    }

    /** Whether the bound reaches the target. */
    boolean isReached() {
        return sum == null || sum.compareTo(target) >= 0;
    }

    /**
     * Whether the bound reaches the target in the domain in which a twin is decided on one of the servers left to it. Solves
     * the subproblem of this server, and those of other servers that would choose the twin, again.
     */
    boolean isReachedWith(int twin, int server) {
        if (sum == null || domain.isDecided(twin)) {
            return isReached();
        }
        BigInteger others = sum.subtract(prices.of(twin)).subtract(least[server]);
        for (int s = 0; s < problem.servers; s++) {
            if (s != server && chosen[s].get(twin)) {
                others = others.subtract(least[s]).add(minimumWithout(twin, s));
            }
        }
        BigInteger needed = target.subtract(others);
        if (chosen[server].get(twin)) { // it is chosen with its price taken off, which it now pays
            return least[server].add(prices.of(twin)).compareTo(needed) >= 0;
        }
        ServerBase base = ServerBase.of(problem, domain, server, twin);
        return base.isOverloaded() || reaches(needed, server, twin, base);
    }

    private boolean reaches(BigInteger needed, int server, int twin, ServerBase base) {
        BigInteger neededOfChosen = needed.subtract(prices.cost(base));
        if (neededOfChosen.signum() > 0) { // for nothing chosen costs nothing
            return false;
        }
        Candidates candidates = Candidates.of(problem, domain, server, base, prices, twin);
        return SubsetSearch.over(candidates).minimum(neededOfChosen).compareTo(neededOfChosen) >= 0;
    }

    private BigInteger minimumWithout(int twin, int server) {
        ServerBase base = ServerBase.of(problem, domain, server, NONE);
        Candidates candidates = Candidates.of(problem, domain, server, base, prices, twin);
        return prices.cost(base).add(SubsetSearch.over(candidates).minimum(BigInteger.ZERO));
    }
}
