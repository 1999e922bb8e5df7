package dev.twinplace.benchmarks.peers.solver;

/**
 * A server in whole numbers.
 *
 * @param capacity {@link Long#MAX_VALUE} if unlimited
 * @param price cost of one unit of weight beside one unit of work
 */
record TimefoldServer(int index, long capacity, double price) {
    boolean isLimited() {
        return capacity != Long.MAX_VALUE;
    }

    boolean isContended() {
        return price > 0;
    }

    long contention(long weight, long work) {
        return Math.round(price * weight * work);
    }
}
