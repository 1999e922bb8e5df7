package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dev.twinplace.problem.PlacementProblem;

/**
 * Contention A·B of a server, A the whole weights of its twins, B their work in units of cost, by a difference of squares:
 *
 * <pre>
 * B = 2^t·C + E with C of {@value #COARSE_BITS} bits,  A·B = 2^t·A·C + A·E,  4r·A·C = (rA + C)² − (rA − C)²
 * </pre>
 *
 * <p>Why: CP-SAT relaxes a product of two variables by its four corners, which says next to nothing while twins are
 * spread, and multiplied out ({@link PairwiseContention}) it is hardly better. A square though is convex, and tangents
 * follow it closely. Work is about proportional to weight; with the ratio r of their sums, rounded, nearly all of A·C is in
 * the first square, and the second, that of a difference, is small. Tried on clustered scenarios this proves what multiplied
 * out ends with a gap, and where neither proves, its bound is the better one. The split by 2^t keeps the squares within 64
 * bits; the low part goes into a plain product, whose weak relaxation loses at most M parts in 2<sup>13</sup>. Nothing
 * is lost: each identity is one of integers.
 */
final class SquaredContention {
    private static final int COARSE_BITS = 14;

    /** So that with r ≥ 1 no square exceeds 2<sup>62</sup>. */
    private static final double MAX_WEIGHT = 1 << 28;

    private final CpModel model;
    private final LinearExprBuilder objective;
    private final PlacementProblem problem;
    private final CostScale scale;

    SquaredContention(CpModel model, LinearExprBuilder objective, PlacementProblem problem, CostScale scale) {
        this.model = model;
        this.objective = objective;
        this.problem = problem;
        this.scale = scale;
    }

    /** Whether all weights are whole and their sum is not too large. */
    static boolean isPossible(PlacementProblem problem) {
        double sum = 0;
        for (int m = 0; m < problem.twins(); m++) {
            if (!CostScale.isInteger(problem.weight(m))) {
                return false;
            }
            sum += problem.weight(m);
        }
        return sum <= MAX_WEIGHT;
    }

    /** Adds one server's contention to the objective. O(M). */
    void add(ServerTwins here) {
        long[] weight = new long[here.size()];
        long[] coarse = new long[here.size()];
        long[] fine = new long[here.size()];
        long works = 0;
        for (int i = 0; i < here.size(); i++) {
            weight[i] = (long) problem.weight(here.twin(i));
            fine[i] = scale.floorOfProduct(problem.contention(here.server()), problem.work(here.twin(i)));
            works += fine[i];
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(works) - COARSE_BITS);
        for (int i = 0; i < here.size(); i++) {
            coarse[i] = fine[i] >> shift;
            fine[i] -= coarse[i] << shift;
        }
        long weights = sum(weight);
        if (weights > 0) {
            addSquares(here, weight, coarse, 1L << shift);
            addProduct(here, weight, fine);
        }
    }

    private void addSquares(ServerTwins here, long[] weight, long[] coarse, long unit) {
        long ratio = Math.max(1, Math.round((double) sum(coarse) / sum(weight)));
        long[] plus = new long[weight.length];
        long[] minus = new long[weight.length];
        for (int i = 0; i < weight.length; i++) {
            plus[i] = ratio * weight[i] + coarse[i];
            minus[i] = ratio * weight[i] - coarse[i];
        }
        IntVar product = variable(0, sum(weight) * sum(coarse));
        model.addEquality(
                LinearExpr.newBuilder()
                        .addTerm(product, 4 * ratio)
                        .addTerm(square(here, plus), -1)
                        .addTerm(square(here, minus), 1),
                0);
        objective.addTerm(product, unit);
        hint(here, product, here.hintedSum(weight) * here.hintedSum(coarse));
    }

    private IntVar square(ServerTwins here, long[] coefficients) {
        IntVar root = total(here, coefficients);
        long least = root.getDomain().min();
        long most = root.getDomain().max();
        IntVar square = variable(0, Math.max(least * least, most * most));
        model.addMultiplicationEquality(square, new LinearArgument[] {root, root});
        long hinted = here.hintedSum(coefficients);
        hint(here, square, hinted * hinted);
        return square;
    }

    private void addProduct(ServerTwins here, long[] weight, long[] fine) {
        long works = sum(fine);
        if (works > 0) {
            IntVar product = variable(0, sum(weight) * works);
            model.addMultiplicationEquality(product, new LinearArgument[] {total(here, weight), total(here, fine)});
            objective.add(product);
            hint(here, product, here.hintedSum(weight) * here.hintedSum(fine));
        }
    }

    /** A variable for the sum of the coefficients of the twins here. */
    private IntVar total(ServerTwins here, long[] coefficients) {
        long least = 0;
        long most = 0;
        for (long coefficient : coefficients) {
            least += Math.min(0, coefficient);
            most += Math.max(0, coefficient);
        }
        IntVar total = variable(least, most);
        model.addEquality(here.sum(coefficients), total);
        hint(here, total, here.hintedSum(coefficients));
        return total;
    }

    private IntVar variable(long least, long most) {
        return model.newIntVar(least, most, "");
    }

    private void hint(ServerTwins here, IntVar variable, long value) {
        if (here.isHinted()) {
            model.addHint(variable, value);
        }
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
