package dev.twinplace.exact.columngeneration;

import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.lagrangian.PriceSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes placements of the master program's solution: fixes the twins of one server after the other as the column of the
 * largest share has them, and generates columns for the servers that are left in between.
 *
 * <p>Choices near the top may be made otherwise a limited number of times (limited discrepancy search, Sadykov et al., INFORMS
 * Journal on Computing 31, 2019). Unlike there, columns of share 1 are fixed together, and where a twin finds no place at the
 * bottom, the repair of {@link PriceSearch#round} makes room.
 */
final class Dive {
    private static final int STEPS_PER_FIX = 8;

    /** Of the box of prices, with each server: fixing it moves the prices of the others. */
    private static final double WIDENING = 2;

    private static final double WHOLE = 1 - 1e-6;
    private static final double MIN_SHARE = 1e-6;

    private final PriceSearch prices;
    private final Domains domains;
    private final int twins;
    private final int servers;
    private final MasterProgram master;
    private final BoxStep climb;
    private int maxDepth;
    private int maxDiscrepancy;

    /** Within the domains of a relaxation, at the prices that {@code climb} finds for it. */
    Dive(PriceSearch prices, AssignmentRelaxation relaxation, int servers, MasterProgram master, BoxStep climb) {
        this.prices = prices;
        domains = relaxation.domains();
        twins = relaxation.twins();
        this.servers = servers;
        this.master = master;
        this.climb = climb;
    }

    /**
     * Dives from the last solution of the master program, and leaves all as it was but for new columns.
     *
     * @param discrepancy how many choices may be made otherwise; 0 for a single dive
     * @param depth above which choices may be made otherwise
     */
    void search(int discrepancy, int depth) {
        maxDiscrepancy = discrepancy;
        maxDepth = depth;
        explore(0, new boolean[servers], List.of());
        master.restrict(domains);
    }

    private void explore(int depth, boolean[] fixed, List<ServerColumn> tabu) {
        double[] shares = master.shares();
        double[] state = climb.state();
        List<ServerColumn> tried = new ArrayList<>(tabu);
        do {
            boolean[] fixedBelow = fixed.clone();
            int mark = domains.mark();
            ServerColumn chosen = fixNext(shares, fixedBelow, tried);
            if (chosen == null) {
                finish();
                return;
            }
            if (!domains.isContradiction()) {
                descend(depth, fixedBelow, List.copyOf(tried));
            }
            tried.add(chosen);
            domains.undoTo(mark);
            climb.restore(state);
        } while (depth < maxDepth && tried.size() <= maxDiscrepancy && prices.goesOn() && !climb.hasFailed());
    }

    private void descend(int depth, boolean[] fixed, List<ServerColumn> tabu) {
        master.restrict(domains);
        climb.climbInPart(STEPS_PER_FIX, WIDENING);
        if (domains.isComplete() || climb.hasFailed()) {
            finish();
        } else if (climb.bound() < prices.target()) {
            explore(depth + 1, fixed, tabu);
        }
    }

    private void finish() {
        if (prices.evaluate()) {
            prices.round();
        }
    }

    /** Fixes the column of the largest share that was not tried, and all of share 1; returns the first, null if there is none. */
    private ServerColumn fixNext(double[] shares, boolean[] fixed, List<ServerColumn> tried) {
        ServerColumn best = null;
        double largest = MIN_SHARE;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > largest && isEligible(master.column(k), fixed, tried)) {
                largest = shares[k];
                best = master.column(k);
            }
        }
        if (best != null) {
            fix(best, fixed);
        }
        for (int k = 0; k < shares.length && best != null; k++) {
            if (shares[k] > WHOLE && isEligible(master.column(k), fixed, tried)) {
                fix(master.column(k), fixed);
            }
        }
        return best;
    }

    private boolean isEligible(ServerColumn column, boolean[] fixed, List<ServerColumn> tried) {
        if (fixed[column.server()] || tried.contains(column)) {
            return false;
        }
        int decided = 0;
        for (int m = 0; m < twins; m++) {
            decided += domains.isDecided(m) && domains.onlyServer(m) == column.server() ? 1 : 0;
        }
        return column.isAllowed(domains, decided);
    }

    private void fix(ServerColumn column, boolean[] fixed) {
        int s = column.server();
        fixed[s] = true;
        int next = 0;
        for (int m = 0; m < twins; m++) {
            if (next < column.twins().length && column.twins()[next] == m) {
                domains.assign(m, s);
                next++;
            } else {
                domains.forbid(m, s);
            }
        }
    }
}
