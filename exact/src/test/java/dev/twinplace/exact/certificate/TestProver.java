package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves optima of tiny problems the slow way: branches on twin after twin. Subtrees are closed where decided twins overload a
 * server, by zero prices where these suffice, and otherwise at placements. Shares no code with the verifier.
 */
final class TestProver {
    private final PlacementProblem problem;
    private final List<String> lines = new ArrayList<>();
    private final double[] prices;
    private int[] best;
    private BigDecimal bestCost;

    /** With prices that close a node where their bound, computed naively, suffices. */
    TestProver(PlacementProblem problem, double... prices) {
        this.problem = problem;
        this.prices = prices;
        findBest(new int[problem.twins()], 0);
    }

    private void findBest(int[] serverOf, int twin) {
        if (twin == serverOf.length) {
            double nearly = NaiveCost.cost(problem, serverOf);
            boolean hopeful = best == null || nearly <= bestCost.doubleValue() + 1e-6;
            if (hopeful && NaiveCost.isFeasible(problem, serverOf)) {
                offer(serverOf);
            }
            return;
        }
        for (serverOf[twin] = 0; serverOf[twin] < problem.servers(); serverOf[twin]++) {
            findBest(serverOf, twin + 1);
        }
        serverOf[twin] = 0;
    }

    private void offer(int[] serverOf) {
        BigDecimal cost = cost(problem, serverOf);
        if (best == null || cost.compareTo(bestCost) < 0) {
            best = serverOf.clone();
            bestCost = cost;
        }
    }

    /** Exactly. */
    static BigDecimal cost(PlacementProblem problem, int[] serverOf) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int m = 0; m < serverOf.length; m++) {
            sum = sum.add(new BigDecimal(problem.cost(m, serverOf[m])));
            for (int n = 0; n < serverOf.length; n++) {
                if (serverOf[n] == serverOf[m]) {
                    sum = sum.add(new BigDecimal(problem.contention(serverOf[m]))
                            .multiply(new BigDecimal(problem.weight(m)))
                            .multiply(new BigDecimal(problem.work(n))));
                }
            }
        }
        return sum;
    }

    /** The cost of a cheapest placement; null if there is none. */
    BigDecimal optimum() {
        return bestCost;
    }

    /** The lines of a certificate that holds: of optimality, or of infeasibility where there is no placement. */
    List<String> prove() {
        lines.clear();
        int[] decided = new int[problem.twins()];
        Arrays.fill(decided, -1);
        node("\"node\":0", decided);
        String placement = Arrays.toString(best).replace(" ", "");
        String cost = best == null ? "null" : bestCost.toString();
        String status = best == null ? "INFEASIBLE" : "OPTIMAL";
        lines.add(
                0,
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                        + "\",\"status\":\"" + status + "\",\"placement\":" + placement + ",\"cost\":" + cost
                        + ",\"bound\":" + cost + ",\"nodes\":" + lines.size() + "}");
        return List.copyOf(lines);
    }

    private void node(String start, int[] decided) {
        int at = lines.size();
        int[] servers = IntStream.range(0, problem.twins())
                .map(m -> decided[m] >= 0 ? 1 : fitting(m).length)
                .toArray();
        int twin = IntStream.range(0, servers.length)
                .filter(m -> servers[m] > 1)
                .findFirst()
                .orElse(-1);
        if (Arrays.stream(servers).anyMatch(count -> count == 0) || isOverloaded(decided)) {
            lines.add("{" + start + ",\"close\":\"contradiction\"}");
        } else if (twin < 0) {
            lines.add("{" + start + ",\"close\":\"placement\"}");
        } else if (prices.length > 0 && best != null && naiveBound(decided) >= bestCost.doubleValue() + 1e-6) {
            lines.add("{" + start + ",\"close\":\"bound\",\"prices\":" + Arrays.toString(prices) + "}");
        } else {
            lines.add("{" + start + ",\"close\":\"branch\",\"on\":" + twin + "}");
            for (int s : fitting(twin)) {
                int[] child = decided.clone();
                child[twin] = s;
                node(
                        "\"node\":" + lines.size() + ",\"parent\":" + at + ",\"twin\":" + twin + ",\"server\":" + s,
                        child);
            }
        }
    }

    private int[] fitting(int twin) {
        return IntStream.range(0, problem.servers())
                .filter(s -> problem.demand(twin, s) <= problem.loadLimit(s))
                .toArray();
    }

    private boolean isOverloaded(int[] decided) {
        return IntStream.range(0, problem.servers())
                .anyMatch(s -> NaiveCost.load(problem, decided, s) > problem.loadLimit(s));
    }

    /** Each twin at its price or on a server, all subsets of each server: in double precision. */
    private double naiveBound(int[] decided) {
        double bound = 0;
        for (int m = 0; m < decided.length; m++) {
            bound += decided[m] < 0 ? prices[m] : 0;
        }
        for (int s = 0; s < problem.servers(); s++) {
            bound += least(s, 0, decided, 0, 0, 0, 0);
        }
        return bound
                + IntStream.range(0, decided.length).mapToDouble(this::offset).sum();
    }

    private double offset(int twin) {
        return Arrays.stream(fitting(twin))
                .mapToDouble(s -> problem.cost(twin, s))
                .min()
                .orElseThrow();
    }

    private double least(int s, int m, int[] decided, double load, double cost, double weight, double work) {
        if (load > problem.loadLimit(s)) {
            return Double.POSITIVE_INFINITY;
        }
        if (m == decided.length) {
            return cost + problem.contention(s) * weight * work;
        }
        boolean out = decided[m] != s;
        double without = out ? least(s, m + 1, decided, load, cost, weight, work) : Double.POSITIVE_INFINITY;
        if ((decided[m] >= 0 && out) || problem.demand(m, s) > problem.loadLimit(s)) {
            return without;
        }
        double price = decided[m] == s ? 0 : prices[m];
        double with = least(
                s,
                m + 1,
                decided,
                load + problem.demand(m, s),
                cost + problem.cost(m, s) - offset(m) - price,
                weight + problem.weight(m),
                work + problem.work(m));
        return Math.min(with, without);
    }

    static Verification verify(PlacementProblem problem, List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return CertificateVerifier.verify(problem, "proof.jsonl", new ByteArrayInputStream(bytes));
    }
}
