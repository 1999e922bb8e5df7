package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Rounding.Item;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Looks for the price on demand that makes the bound of {@link ContentionSearch} high where not all candidates fit. Any price
 * gives a valid bound, so nothing depends on the precision here.
 */
final class DemandPrice {
    private static final int STEPS = 30;

    private final Item[] items;
    private final double room;

    private DemandPrice(Item[] items, double room) {
        this.items = items;
        this.room = room;
    }

    /** In rounded values per rounded demand; 0 if all candidates fit. O(n log n). */
    static double of(Candidates candidates) {
        if (candidates.allFit()) {
            return 0;
        }
        Rounding rounding = new Rounding(candidates);
        return new DemandPrice(rounding.items(), rounding.room()).best();
    }

    /** The bound is concave in the price: thirds that do not contain its maximum are dropped. */
    private double best() {
        double low = 0;
        double high = 0;
        for (Item item : items) {
            high = item.demand() == 0 ? high : Math.max(high, -(double) item.value() / item.demand());
        }
        for (int step = 0; step < STEPS; step++) {
            double third = (high - low) / 3;
            if (bound(low + third) < bound(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return low;
    }

    /** What the continuous relaxation costs at this price. */
    private double bound(double price) {
        Item[] sorted = items.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(item -> charged(item, price) / Math.max(1, size(item))));
        double total = 0;
        double sum = 0;
        for (Item item : sorted) {
            double size = size(item);
            double slope = charged(item, price) + 2 * total * size;
            if (slope >= 0) {
                break;
            }
            double share = size == 0 ? 1 : Math.min(1, -slope / (2 * size * size));
            sum += share * charged(item, price);
            total += share * size;
        }
        return sum + total * total - price * room;
    }

    private static double charged(Item item, double price) {
        return item.value() + price * item.demand();
    }

    private static double size(Item item) {
        return Math.sqrt((double) item.weight() * item.work());
    }
}
