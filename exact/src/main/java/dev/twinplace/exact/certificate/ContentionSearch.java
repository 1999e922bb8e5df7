package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Rounding.Item;
import java.util.Comparator;

/**
 * Contention, with or without a limit. With w = √(weight · work) and W = √((Σ weight)·(Σ work)) of the candidates taken,
 * taking more of them costs, by the inequality of Cauchy and Schwarz and for any t,
 *
 * <pre>
 * Σ value + (W + Σ w)² − W²  ≥  Σ (value + 2t·w) − (t − W)²
 * </pre>
 *
 * <p>of which the least over all subsets takes those with a negative term. The search chooses a t that comes close to the
 * best; the bound holds for every t. A limit is charged for: with a price λ ≥ 0 on demand, every subset that fits costs at
 * least Σ (value + λ·demand) − λ·room. Bounds are computed in double precision and lowered by more than their rounding.
 */
final class ContentionSearch extends SubsetSearch {
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final int OPERATIONS_PER_TERM = 16;

    private final double[] charged;
    private final double[] size;
    private final double price;
    /** More than the rounding error of a bound. */
    private final double error;

    ContentionSearch(Candidates candidates) {
        this(candidates, DemandPrice.of(candidates));
    }

    private ContentionSearch(Candidates candidates, double price) {
        super(candidates, Comparator.comparingDouble(item -> gainPerSize(item, price)));
        this.price = price;
        int n = value.length;
        charged = new double[n];
        size = new double[n];
        double magnitude = price == 0 ? 0 : price * room;
        double sizes = 0;
        for (int i = 0; i < n; i++) {
            charged[i] = value[i] + price * demand[i];
            size[i] = Math.sqrt((double) weight[i] * work[i]);
            sizes += size[i];
            magnitude += Math.abs((double) value[i]) + price * demand[i];
        }
        error = 1 + (n + 4) * OPERATIONS_PER_TERM * UNIT_ROUNDOFF * (magnitude + 4 * sizes * sizes);
    }

    /** Negative for what is worth taking; the lower, the sooner. */
    private static double gainPerSize(Item item, double price) {
        double charged = item.value() + price * item.demand();
        return charged / Math.max(1, Math.sqrt((double) item.weight() * item.work()));
    }

    @Override
    long bound(int next) {
        double taken = Math.sqrt((double) weightSoFar * workSoFar);
        double t = tangent(next, taken);
        double sum = -(t - taken) * (t - taken);
        for (int i = next; i < charged.length; i++) {
            sum += Math.min(0, charged[i] + 2 * t * size[i]);
        }
        if (price != 0) {
            sum -= price * (room - loadSoFar);
        }
        return cost() + (long) Math.floor(sum - error);
    }

    /** The total size at which the continuous relaxation of what follows is least, taking candidates in their order. */
    private double tangent(int next, double taken) {
        double total = taken;
        for (int i = next; i < charged.length; i++) {
            if (charged[i] + 2 * (total + size[i]) * size[i] > 0) {
                double stop = size[i] == 0 ? total : -charged[i] / (2 * size[i]);
                return Math.max(total, Math.min(stop, total + size[i]));
            }
            total += size[i];
        }
        return total;
    }
}
