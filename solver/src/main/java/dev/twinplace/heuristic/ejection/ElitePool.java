package dev.twinplace.heuristic.ejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A few of the best feasible placements that the searches of a solve have found, no two of the same. Thread-safe. */
final class ElitePool {
    private static final int MAX_SIZE = 10;

    private final List<int[]> placements = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** Adds a copy, unless the pool has the placement. A full pool replaces its worst placement if the new one is better. */
    synchronized void add(int[] placement, double value) {
        for (int[] each : placements) {
            if (Arrays.equals(each, placement)) {
                return;
            }
        }
        if (placements.size() == MAX_SIZE) {
            int worst = 0;
            for (int i = 1; i < MAX_SIZE; i++) {
                worst = values.get(i) > values.get(worst) ? i : worst;
            }
            if (values.get(worst) <= value) {
                return;
            }
            placements.remove(worst);
            values.remove(worst);
        }
        placements.add(placement.clone());
        values.add(value);
    }

    synchronized int size() {
        return placements.size();
    }

    /** One of them; read only. */
    synchronized int[] get(int index) {
        return placements.get(index);
    }
}
