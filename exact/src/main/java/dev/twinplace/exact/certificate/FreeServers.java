package dev.twinplace.exact.certificate;

import dev.twinplace.problem.SideConstraints;
import java.math.BigDecimal;

/**
 * A server without limit, of work and of a twin's rows too, and without contention takes any twin and disturbs none: a twin on a server that costs it no less, even by
 * itself, may as well be there. Of such servers the cheapest counts, the first among equals.
 */
final class FreeServers {
    private static final int NONE = -1;

    private final ExactProblem problem;

    FreeServers(ExactProblem problem) {
        this.problem = problem;
    }

    /** Takes pairs away, each of which must be dominated by the twin's free server. */
    void exclude(Domain domain, Pairs pairs) {
        for (int i = 0; i < pairs.count(); i++) {
            int twin = pairs.twin(i);
            int server = pairs.server(i);
            int free = cheapest(twin);
            RefutedException.require(
                    free != NONE && free != server && costsNoLess(twin, server, free),
                    "no free server costs twin " + twin + " as little as server " + server);
            domain.exclude(twin, server);
        }
    }

    private int cheapest(int twin) {
        int best = NONE;
        for (int s = 0; s < problem.servers; s++) {
            if (isFree(twin, s) && (best == NONE || problem.problem.cost(twin, s) < problem.problem.cost(twin, best))) {
                best = s;
            }
        }
        return best;
    }

    private boolean isFree(int twin, int server) {
        boolean free =
                problem.problem.contention(server) == 0 && problem.problem.capacity(server) == Double.POSITIVE_INFINITY;
        SideConstraints side = problem.problem.side();
        for (int entry = side.start(twin); entry < side.end(twin) && free; entry++) {
            free = side.limit(side.row(entry), server) == Double.POSITIVE_INFINITY;
        }
        for (int m = 0; m < problem.twins && free; m++) {
            free = side.workLimit(m, server) == Double.POSITIVE_INFINITY;
        }
        return free;
    }

    private boolean costsNoLess(int twin, int server, int free) {
        BigDecimal contention = new BigDecimal(problem.problem.contention(server))
                .multiply(new BigDecimal(problem.problem.weight(twin)))
                .multiply(new BigDecimal(problem.problem.work(twin)));
        BigDecimal alone = new BigDecimal(problem.problem.cost(twin, server)).add(contention);
        return alone.compareTo(new BigDecimal(problem.problem.cost(twin, free))) >= 0;
    }
}
