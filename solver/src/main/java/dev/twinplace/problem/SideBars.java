package dev.twinplace.problem;

/** Bars twins by their demand from servers that side constraints keep them off even alone, so that no search needs to ask. */
final class SideBars {
    private SideBars() {}

    /**
     * Writes to the demands and capacities of a complete buffer. O(M·R) and the twins' entries.
     *
     * @return whether it changed any
     */
    static boolean apply(ProblemBuffer problem, SideConstraints side) {
        boolean changed = false;
        for (int s = 0; s < problem.servers && !side.isNone(); s++) {
            if (isNew(problem, side, s)) {
                bar(problem, side, s);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean isNew(ProblemBuffer problem, SideConstraints side, int s) {
        for (int m = 0; m < problem.twins; m++) {
            if (problem.fits(m, s) && !side.fitsAlone(m, problem.work[m], s)) {
                return true;
            }
        }
        return false;
    }

    private static void bar(ProblemBuffer problem, SideConstraints side, int s) {
        double demands = 0;
        boolean[] fits = new boolean[problem.twins];
        for (int m = 0; m < fits.length; m++) {
            fits[m] = problem.fits(m, s) && side.fitsAlone(m, problem.work[m], s);
            demands += fits[m] ? problem.demand(m, s) : 0;
        }
        problem.capacity[s] = Math.min(problem.capacity[s], 2 * demands);
        for (int m = 0; m < fits.length; m++) {
            if (!fits[m]) {
                problem.demand[m * problem.servers + s] = 2 * problem.capacity[s] + 1;
            }
        }
    }
}
