package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** Rows and limits of work: whether twins on a server exceed one, by exact sums. What counts as within a limit is stated with it. */
final class SideLimits {
    private static final int NONE = -1;

    private final PlacementProblem problem;
    private final SideConstraints side;

    SideLimits(PlacementProblem problem) {
        this.problem = problem;
        side = problem.side();
    }

    /**
     * Takes pairs away one after the other: each twin would exceed a limit on the server, its own or that of another, together with the
     * others decided there.
     */
    void exclude(Domain domain, Pairs pairs) {
        for (int i = 0; i < pairs.count(); i++) {
            int twin = pairs.twin(i);
            int server = pairs.server(i);
            RefutedException.require(
                    isExceededWith(twin, server, domain),
                    "no limit keeps twin " + twin + " off server " + server + " beside the twins decided there");
            domain.exclude(twin, server);
        }
    }

    private boolean isExceededWith(int twin, int server, Domain domain) {
        IntPredicate isThere = m -> m == twin || domain.isDecidedOn(m, server);
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            if (isRowExceeded(side.row(entry), server, isThere)) {
                return true;
            }
        }
        return intolerantTwin(server, isThere, 1) != NONE;
    }

    /** Whether twins that are decided exceed a limit. */
    boolean isExceeded(Domain domain) {
        for (int s = 0; s < problem.servers(); s++) {
            int server = s;
            IntPredicate isThere = m -> domain.isDecidedOn(m, server);
            for (int r = 0; r < side.rows(); r++) {
                if (isRowExceeded(r, s, isThere)) {
                    return true;
                }
            }
            if (intolerantTwin(s, isThere, 1) != NONE) {
                return true;
            }
        }
        return false;
    }

    /** Refutes a placement that exceeds a limit by more than its tolerance twice. */
    void requireKept(int[] serverOf) {
        for (int s = 0; s < problem.servers(); s++) {
            int server = s;
            IntPredicate isThere = m -> serverOf[m] == server;
            for (int r = 0; r < side.rows(); r++) {
                boolean kept = side.limit(r, s) == Double.POSITIVE_INFINITY
                        || load(r, isThere).compareTo(limit(side.limit(r, s), side.sumLimit(r, s), 2)) <= 0;
                RefutedException.require(kept, "the placement exceeds " + side.name(r) + " on server " + s);
            }
            int twin = intolerantTwin(s, isThere, 2);
            RefutedException.require(
                    twin == NONE, "the placement puts more work on server " + s + " than twin " + twin + " tolerates");
        }
    }

    private boolean isRowExceeded(int row, int server, IntPredicate isThere) {
        double limit = side.limit(row, server);
        return limit != Double.POSITIVE_INFINITY
                && load(row, isThere).compareTo(limit(limit, side.sumLimit(row, server), 1)) > 0;
    }

    private BigDecimal load(int row, IntPredicate isThere) {
        BigDecimal load = BigDecimal.ZERO;
        for (int i = 0; i < side.members(row); i++) {
            if (isThere.test(side.member(row, i))) {
                load = load.add(new BigDecimal(side.memberDemand(row, i)));
            }
        }
        return load;
    }

    /** A twin on a server whose limit the work there exceeds, the tolerance granted so many times; or -1. */
    int intolerantTwin(int server, IntPredicate isThere, int tolerances) {
        if (!side.hasWorkLimits()) {
            return NONE;
        }
        BigDecimal work = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            work = isThere.test(m) ? work.add(new BigDecimal(problem.work(m))) : work;
        }
        for (int m = 0; m < problem.twins(); m++) {
            double limit = side.workLimit(m, server);
            boolean isLimited = limit != Double.POSITIVE_INFINITY && isThere.test(m);
            if (isLimited && work.compareTo(limit(limit, side.workSumLimit(m, server), tolerances)) > 0) {
                return m;
            }
        }
        return NONE;
    }

    private static BigDecimal limit(double limit, double sumLimit, int tolerances) {
        BigDecimal tolerance = new BigDecimal(sumLimit).subtract(new BigDecimal(limit));
        return new BigDecimal(limit).add(tolerance.multiply(BigDecimal.valueOf(tolerances)));
    }
}
