package dev.twinplace.exact.conflict;

/** What servers have left of quantities beside rows that are placed, which are numbered as in {@link Quantity#of}. */
final class PackingRoom {
    private final Packing packing;
    private final PackingLoads loads;
    private final int dimensions;

    /** By quantity: whether any server limits it. */
    private final boolean[] isLimited;

    /** By quantity: whether each row demands the work that it brings, so that limits are limits of work too. */
    private final boolean[] isWork;

    PackingRoom(Packing packing, PackingLoads loads) {
        this.packing = packing;
        this.loads = loads;
        dimensions = packing.dimensions().size();
        isLimited = new boolean[dimensions + 1];
        isLimited[dimensions] = packing.hasWorkLimits();
        isWork = new boolean[dimensions + 1];
        for (int d = 0; d < dimensions; d++) {
            for (int s = 0; s < packing.servers(); s++) {
                isLimited[d] |= packing.limit(d, s) != Double.POSITIVE_INFINITY;
            }
            isWork[d] = isLimited[d] && packing.hasWorkLimits() && demandsWork(d);
        }
    }

    private boolean demandsWork(int d) {
        for (int cell = 0; cell < packing.rows() * packing.servers(); cell++) {
            int u = cell / packing.servers();
            if (packing.demand(d, u, cell % packing.servers()) != packing.work(u)) {
                return false;
            }
        }
        return true;
    }

    /** Whether any server limits a quantity. */
    boolean isLimited(int q) {
        return isLimited[q];
    }

    /** Whether a dimension counts as work: each row demands as much of it as it brings work, and work is limited too. */
    boolean isWork(int q) {
        return isWork[q];
    }

    /** What a server has left of a quantity if rows that are nowhere limit no work; never too little. O(D). */
    double of(int q, int s) {
        if (q < dimensions) {
            return left(packing.limit(q, s), loads.load(q, s));
        }
        double room = left(loads.toleratedWork(s), loads.work(s));
        for (int d = 0; d < dimensions; d++) {
            room = isWork[d] ? Math.min(room, left(packing.limit(d, s), loads.load(d, s))) : room;
        }
        return room;
    }

    /** Rather more, by rounding errors. */
    static double left(double limit, double load) {
        return limit + Shortage.ROUNDING * limit - load;
    }
}
