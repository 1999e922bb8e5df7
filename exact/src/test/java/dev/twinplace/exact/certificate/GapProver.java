package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proves a lower bound of generalised assignment with whole numbers, given the optimum: subgradient steps on prices, knapsacks
 * by dynamic programming, exclusion of single decisions, branching. Simple rather than fast, and shares no code with anything.
 */
final class GapProver {
    private static final int STEPS = 60;
    private static final int STEPS_AT_ROOT = 400;
    private static final double INFINITE = 1e15;

    private final PlacementProblem problem;
    private final int twins;
    private final int servers;
    private final double[] offset;
    /** What the excess of every placement must come to, rounded up. */
    private final double target;

    private final List<String> lines = new ArrayList<>();
    private final long bound;

    /** Of the last evaluation. */
    private final int[] times;

    private final double[] least;
    private final boolean[][] chosen;

    GapProver(PlacementProblem problem, long optimum) {
        this.problem = problem;
        twins = problem.twins();
        servers = problem.servers();
        bound = optimum;
        offset = new double[twins];
        times = new int[twins];
        least = new double[servers];
        chosen = new boolean[servers][twins];
        double offsets = 0;
        for (int m = 0; m < twins; m++) {
            offset[m] = INFINITE;
            for (int s = 0; s < servers; s++) {
                boolean fits = problem.demand(m, s) <= problem.capacity(s);
                offset[m] = fits ? Math.min(offset[m], problem.cost(m, s)) : offset[m];
            }
            offsets += offset[m];
        }
        target = optimum - offsets;
    }

    /** The lines of a certificate that claims the bound and no placement. */
    List<String> prove() {
        boolean[][] allowed = new boolean[twins][servers];
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                allowed[m][s] = problem.demand(m, s) <= problem.capacity(s);
            }
        }
        node("\"node\":0", allowed, new double[twins]);
        lines.add(
                0,
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                        + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":" + bound
                        + ",\"nodes\":" + lines.size() + "}");
        return lines;
    }

    private void node(String start, boolean[][] allowed, double[] from) {
        int at = lines.size();
        double[] prices = ascend(allowed, from, at == 0 ? STEPS_AT_ROOT : STEPS);
        double value = evaluate(allowed, prices);
        String list = Arrays.toString(prices).replace(" ", "");
        if (value > target - 1 + 1e-6) {
            lines.add("{" + start + ",\"close\":\"bound\",\"prices\":" + list + "}");
            return;
        }
        List<String> pairs = exclude(allowed, prices, value);
        String step = pairs.isEmpty()
                ? ""
                : ",\"exclude\":[{\"by\":\"prices\",\"prices\":" + list + ",\"pairs\":[" + String.join(",", pairs)
                        + "]}]";
        int twin = mostDisputed(allowed);
        if (twin < 0) {
            int without = count(allowed, 0);
            lines.add("{" + start + step + ",\"close\":\"" + (without > 0 ? "contradiction" : "placement") + "\"}");
            return;
        }
        lines.add("{" + start + step + ",\"close\":\"branch\",\"on\":" + twin + "}");
        for (int s = 0; s < servers; s++) {
            if (allowed[twin][s]) {
                boolean[][] child = Arrays.stream(allowed).map(boolean[]::clone).toArray(boolean[][]::new);
                Arrays.fill(child[twin], false);
                child[twin][s] = true;
                String decision = ",\"parent\":" + at + ",\"twin\":" + twin + ",\"server\":" + s;
                node("\"node\":" + lines.size() + decision, child, prices);
            }
        }
    }

    private static int count(boolean[] row) {
        int count = 0;
        for (boolean allowed : row) {
            count += allowed ? 1 : 0;
        }
        return count;
    }

    private static int count(boolean[][] allowed, int servers) {
        return (int) Arrays.stream(allowed).filter(row -> count(row) == servers).count();
    }

    private int mostDisputed(boolean[][] allowed) {
        int best = -1;
        for (int m = 0; m < twins && count(allowed, 0) == 0; m++) {
            if (count(allowed[m]) > 1 && (best < 0 || Math.abs(times[m] - 1) > Math.abs(times[best] - 1))) {
                best = m;
            }
        }
        return best;
    }

    private List<String> exclude(boolean[][] allowed, double[] prices, double value) {
        List<String> pairs = new ArrayList<>();
        boolean[][] after = Arrays.stream(allowed).map(boolean[]::clone).toArray(boolean[][]::new);
        double[] leastNow = least.clone();
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers && count(allowed[m]) > 1; s++) {
                // a weaker bound than could be had: other servers may keep the twin
                if (allowed[m][s] && !chosen[s][m]) {
                    double with = value - prices[m] + knapsack(allowed, prices, s, m, null) - leastNow[s];
                    if (with > target - 1 + 1e-6) {
                        pairs.add(m + "," + s);
                        after[m][s] = false;
                    }
                }
            }
        }
        System.arraycopy(after, 0, allowed, 0, twins);
        return pairs;
    }

    private double[] ascend(boolean[][] allowed, double[] from, int steps) {
        double[] prices = from.clone();
        double[] best = from.clone();
        double bestValue = -INFINITE;
        for (int step = 0; step < steps; step++) {
            double value = evaluate(allowed, prices);
            if (value > bestValue) {
                bestValue = value;
                best = prices.clone();
            }
            double norm = 0;
            for (int m = 0; m < twins; m++) {
                norm += count(allowed[m]) > 1 ? (1 - times[m]) * (1 - times[m]) : 0;
            }
            if (norm == 0 || bestValue > target - 1 + 1e-6) {
                break;
            }
            double length = (target + 1 - value) / norm * Math.pow(0.5, 5.0 * step / steps);
            for (int m = 0; m < twins; m++) {
                prices[m] += count(allowed[m]) > 1 ? length * (1 - times[m]) : 0;
            }
        }
        return best;
    }

    private double evaluate(boolean[][] allowed, double[] prices) {
        double value = 0;
        Arrays.fill(times, 0);
        for (int m = 0; m < twins; m++) {
            value += count(allowed[m]) == 1 ? 0 : prices[m];
        }
        for (int s = 0; s < servers; s++) {
            Arrays.fill(chosen[s], false);
            least[s] = knapsack(allowed, prices, s, -1, chosen[s]);
            value += least[s];
            for (int m = 0; m < twins; m++) {
                times[m] += chosen[s][m] ? 1 : 0;
            }
        }
        return value;
    }

    private double knapsack(boolean[][] allowed, double[] prices, int s, int forced, boolean[] taken) {
        int room = (int) problem.capacity(s);
        double fixed = 0;
        List<Integer> items = new ArrayList<>();
        for (int m = 0; m < twins; m++) {
            if (allowed[m][s] && (m == forced || count(allowed[m]) == 1)) {
                room -= (int) problem.demand(m, s);
                fixed += problem.cost(m, s) - offset[m];
            } else if (allowed[m][s] && problem.cost(m, s) - offset[m] < prices[m]) {
                items.add(m);
            }
        }
        if (room < 0) {
            return INFINITE;
        }
        double[][] gain = new double[items.size() + 1][room + 1];
        for (int i = 0; i < items.size(); i++) {
            int m = items.get(i);
            int demand = (int) problem.demand(m, s);
            double each = prices[m] - problem.cost(m, s) + offset[m];
            for (int c = 0; c <= room; c++) {
                gain[i + 1][c] = c < demand ? gain[i][c] : Math.max(gain[i][c], gain[i][c - demand] + each);
            }
        }
        int c = room;
        for (int i = items.size(); i > 0 && taken != null; i--) {
            if (gain[i][c] != gain[i - 1][c]) {
                taken[items.get(i - 1)] = true;
                c -= (int) problem.demand(items.get(i - 1), s);
            }
        }
        return fixed - gain[items.size()][room];
    }
}
