package dev.twinplace.exact.conflict;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Rows that together demand more than there is on all servers that any of them may go to: proof by counting that a packing
 * does not exist. Found as a minimum cut of the transport of demands to limits, in parts; so there is one if and only if rows
 * could not even be split between servers, for one quantity alone.
 *
 * @param dimension number of the quantity, see {@link Quantity#of}; {@link Quantity#NONE} for a row that fits nowhere
 * @param rows that are too many
 * @param servers that they may go to
 * @param excess what is missing, > 0
 */
record Shortage(int dimension, BitSet rows, BitSet servers, double excess) {
    /** Relative to all demand: what is missing must be more than rounding errors. */
    static final double ROUNDING = 1e-9;

    /** A shortage of a packing, if there is one. O(cells) for each of usually few more than R augmentations for each quantity. */
    static Optional<Shortage> of(Packing packing) {
        for (int u = 0; u < packing.rows(); u++) {
            if (!packing.fitsSomewhere(u)) {
                BitSet row = new BitSet();
                row.set(u);
                return Optional.of(new Shortage(Quantity.NONE, row, new BitSet(), Double.POSITIVE_INFINITY));
            }
        }
        for (Quantity quantity : Quantity.all(packing)) {
            Optional<Shortage> found = new Transport(packing, quantity).shortage();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A maximum flow from rows to servers by shortest augmenting paths. */
    private static final class Transport {
        private final Packing packing;
        private final Quantity quantity;
        private final int rows;
        private final int servers;
        private final double[] left;
        private final double[] room;
        private final double[] flow;
        private final double tolerance;
        private final int[] serverFrom;
        private final int[] rowFrom;

        Transport(Packing packing, Quantity quantity) {
            this.packing = packing;
            this.quantity = quantity;
            rows = packing.rows();
            servers = packing.servers();
            left = new double[rows];
            room = new double[servers];
            flow = new double[rows * servers];
            serverFrom = new int[servers];
            rowFrom = new int[rows];
            double total = 0;
            for (int u = 0; u < rows; u++) {
                left[u] = quantity.least(u);
                total += left[u];
            }
            tolerance = ROUNDING * total / (rows + 1);
            for (int s = 0; s < servers; s++) {
                room[s] = quantity.limit(s);
            }
        }

        Optional<Shortage> shortage() {
            for (int u = 0; u < rows; u++) {
                while (left[u] > tolerance) {
                    int end = search(u);
                    if (end < 0) {
                        return Optional.of(cut()).filter(each -> each.excess() > 0);
                    }
                    augment(u, end);
                }
            }
            return Optional.empty();
        }

        /** Breadth first from a row to a server with room; −1 if there is none. */
        private int search(int start) {
            Arrays.fill(serverFrom, -1);
            Arrays.fill(rowFrom, -1);
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(start);
            while (!queue.isEmpty()) {
                int u = queue.poll();
                for (int s = 0; s < servers; s++) {
                    if (serverFrom[s] >= 0 || !packing.allows(u, s)) {
                        continue;
                    }
                    serverFrom[s] = u;
                    if (room[s] > tolerance) {
                        return s;
                    }
                    for (int other = 0; other < rows; other++) {
                        if (other != start && rowFrom[other] < 0 && flow[other * servers + s] > tolerance) {
                            rowFrom[other] = s;
                            queue.add(other);
                        }
                    }
                }
            }
            return -1;
        }

        private void augment(int start, int end) {
            double amount = Math.min(left[start], room[end]);
            for (int s = end, u = serverFrom[s]; u != start; s = rowFrom[u], u = serverFrom[s]) {
                amount = Math.min(amount, flow[u * servers + rowFrom[u]]);
            }
            left[start] -= amount;
            room[end] -= amount;
            int s = end;
            int u = serverFrom[s];
            flow[u * servers + s] += amount;
            while (u != start) {
                s = rowFrom[u];
                flow[u * servers + s] -= amount;
                u = serverFrom[s];
                flow[u * servers + s] += amount;
            }
        }

        /** What the last search reached. */
        private Shortage cut() {
            BitSet reachedServers = new BitSet();
            for (int s = 0; s < servers; s++) {
                reachedServers.set(s, serverFrom[s] >= 0);
            }
            return Shortage.within(packing, quantity, reachedServers);
        }
    }

    /** The rows that may go to these servers alone. Its excess may be negative. */
    static Shortage within(Packing packing, Quantity quantity, BitSet servers) {
        BitSet rows = new BitSet();
        double excess = 0;
        for (int s = servers.nextSetBit(0); s >= 0; s = servers.nextSetBit(s + 1)) {
            excess -= quantity.limit(s);
        }
        for (int u = 0; u < packing.rows(); u++) {
            boolean isStranded = !packing.fitsSomewhere(u);
            boolean inside = isStranded || quantity.least(u) > 0;
            for (int s = 0; s < packing.servers(); s++) {
                inside &= !packing.allows(u, s) || servers.get(s);
            }
            if (inside) {
                rows.set(u);
                excess += isStranded ? Double.POSITIVE_INFINITY : quantity.least(u);
            }
        }
        return new Shortage(quantity.dimension(), rows, servers, excess);
    }

    /** Fewer servers, as long as their rows are too many for them; each server is tried once. O(R · cells). */
    Shortage shrunk(Packing packing) {
        Quantity quantity = Quantity.of(packing, dimension);
        Shortage best = this;
        for (int s = servers.nextSetBit(0); s >= 0; s = servers.nextSetBit(s + 1)) {
            BitSet fewer = (BitSet) best.servers.clone();
            fewer.clear(s);
            Shortage candidate = within(packing, quantity, fewer);
            if (candidate.excess > ROUNDING * Math.max(1, Math.abs(excess))) {
                best = candidate;
            }
        }
        return best;
    }
}
