package dev.twinplace.exact.side;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A random problem with side constraints in numbers of its own, from which it tells what is feasible and what that costs, sharing
 * nothing with the problem that solvers see. Demands, limits and work are whole, multiples of 1/64, or of 1/10 as people write them: a
 * limit that is met to the last digit is kept, also where doubles sum to another number. Costs are whole, or any doubles.
 */
public final class SideCase {
    public final int twins;
    public final int servers;
    final double[][] cost;
    final double[][] demand;
    final double[] capacity;
    final double[] contention;
    final double[] weight;
    public final double[] work;
    /** By row and twin; 0 if it is no member. */
    final double[][] rowDemand;

    final double[][] rowLimit;
    public final double[][] workLimit;

    private final SplittableRandom random;
    private final boolean whole;
    private final int units;

    /**
     * Draws a problem.
     *
     * @param slack limits are about so many times what a fair share of all demands is
     */
    SideCase(long seed, int twins, int servers, double slack) {
        random = new SplittableRandom(seed * 1_000_003 + 17);
        this.twins = twins;
        this.servers = servers;
        whole = random.nextBoolean();
        units = whole ? 1 : random.nextBoolean() ? 64 : 10;
        cost = new double[twins][servers];
        demand = new double[twins][servers];
        capacity = new double[servers];
        contention = new double[servers];
        weight = new double[twins];
        work = new double[twins];
        workLimit = new double[twins][servers];
        drawPlain(slack);
        int resources = random.nextInt(3);
        int groups = random.nextInt(3);
        rowDemand = new double[resources + groups][twins];
        rowLimit = new double[resources + groups][servers];
        for (int r = 0; r < resources; r++) {
            drawResource(r, slack);
        }
        for (int r = resources; r < resources + groups; r++) {
            drawGroup(r);
        }
        drawWorkLimits(slack, resources + groups == 0 || random.nextInt(3) == 0);
        if (random.nextInt(4) == 0) {
            makeTwinsAlike();
        }
        if (random.nextInt(3) == 0) {
            addBars();
        }
        if (random.nextInt(4) == 0) {
            openLastServer();
        }
    }

    /** A number up to {@code most}, whole if all are. */
    private double draw(double most) {
        return whole ? random.nextInt((int) Math.max(1, most) + 1) : Math.rint(random.nextDouble(most) * units) / units;
    }

    private void drawPlain(double slack) {
        boolean contends = random.nextInt(3) == 0;
        boolean limits = random.nextInt(4) > 0;
        double sum = 0;
        for (int m = 0; m < twins; m++) {
            double own = 1 + draw(8);
            sum += own;
            weight[m] = random.nextInt(1, 4);
            work[m] = draw(6);
            for (int s = 0; s < servers; s++) {
                cost[m][s] = whole ? random.nextInt(-5, 30) : random.nextDouble(-5, 30);
                demand[m][s] = limits ? own : 0;
                workLimit[m][s] = Double.POSITIVE_INFINITY;
            }
        }
        for (int s = 0; s < servers; s++) {
            boolean limited = limits && random.nextInt(6) > 0;
            capacity[s] = limited ? share(sum, slack) : Double.POSITIVE_INFINITY;
            contention[s] = contends && random.nextInt(4) > 0 ? random.nextInt(1, 9) / 4.0 : 0;
        }
    }

    private double share(double sum, double slack) {
        double drawn = random.nextDouble() * 2 * slack * sum / servers;
        return Math.rint(drawn * units) / units;
    }

    private void drawResource(int row, double slack) {
        double sum = 0;
        for (int m = 0; m < twins; m++) {
            rowDemand[row][m] = random.nextInt(5) > 0 ? draw(9) : 0;
            sum += rowDemand[row][m];
        }
        for (int s = 0; s < servers; s++) {
            rowLimit[row][s] = random.nextInt(6) > 0 ? share(sum, 1.2 * slack) : Double.POSITIVE_INFINITY;
        }
    }

    private void drawGroup(int row) {
        for (int m = 0; m < twins; m++) {
            rowDemand[row][m] = random.nextInt(5) < 2 ? 1 : 0;
        }
        Arrays.fill(rowLimit[row], 1);
    }

    private void drawWorkLimits(double slack, boolean any) {
        double sum = Arrays.stream(work).sum();
        for (int m = 0; m < twins && any; m++) {
            for (int s = 0; s < servers && random.nextInt(3) > 0; s++) {
                workLimit[m][s] = Math.rint((work[m] + share(sum, slack)) * units) / units;
            }
        }
    }

    /** Makes about half of the twins exactly like the one before, in everything but sometimes a row or a limit of work. */
    private void makeTwinsAlike() {
        for (int m = 1; m < twins; m++) {
            if (random.nextBoolean()) {
                cost[m] = cost[m - 1].clone();
                demand[m] = demand[m - 1].clone();
                weight[m] = weight[m - 1];
                work[m] = work[m - 1];
                for (double[] row : rowDemand) {
                    row[m] = random.nextInt(4) > 0 ? row[m - 1] : row[m];
                }
                workLimit[m] = random.nextInt(4) > 0 ? workLimit[m - 1].clone() : workLimit[m];
            }
        }
    }

    private void addBars() {
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                if (random.nextInt(6) == 0 && capacity[s] < Double.POSITIVE_INFINITY) {
                    demand[m][s] = 2 * capacity[s] + 1;
                }
            }
        }
    }

    /** The last server becomes that of being unplaced: it takes some twins, at a penalty, without any limit. */
    private void openLastServer() {
        int s = servers - 1;
        capacity[s] = 0;
        contention[s] = 0;
        for (int m = 0; m < twins; m++) {
            demand[m][s] = random.nextInt(3) > 0 ? 0 : 1;
            cost[m][s] = 20 + random.nextInt(20);
            workLimit[m][s] = Double.POSITIVE_INFINITY;
        }
        for (double[] limits : rowLimit) {
            limits[s] = Double.POSITIVE_INFINITY;
        }
    }

    /** What solvers see. */
    public PlacementProblem problem() {
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        for (int m = 0; m < twins; m++) {
            builder.weight(m, weight[m]).work(m, work[m]);
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, cost[m][s]).demand(m, s, demand[m][s]);
                if (workLimit[m][s] < Double.POSITIVE_INFINITY) {
                    builder.workLimit(m, s, workLimit[m][s]);
                }
            }
        }
        for (int s = 0; s < servers; s++) {
            builder.capacity(s, capacity[s]).contention(s, contention[s]);
        }
        int[] members = new int[twins];
        Arrays.setAll(members, m -> m);
        for (int r = 0; r < rowDemand.length; r++) {
            builder.row("row " + r, members, rowDemand[r], rowLimit[r]);
        }
        return builder.build();
    }

    public boolean isFeasible(int[] serverOf) {
        for (int s = 0; s < servers; s++) {
            if (exceeds(sum(serverOf, s, demandOn(s)), capacity[s])) {
                return false;
            }
            for (int r = 0; r < rowDemand.length; r++) {
                if (exceeds(sum(serverOf, s, rowDemand[r]), rowLimit[r][s])) {
                    return false;
                }
            }
            double workOn = sum(serverOf, s, work);
            for (int m = 0; m < twins; m++) {
                if (serverOf[m] == s && exceeds(workOn, workLimit[m][s])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean exceeds(double sum, double limit) {
        return Math.rint(sum * units) > Math.rint(limit * units);
    }

    private double[] demandOn(int server) {
        return Arrays.stream(demand).mapToDouble(row -> row[server]).toArray();
    }

    private static double sum(int[] serverOf, int server, double[] of) {
        double sum = 0;
        for (int m = 0; m < serverOf.length; m++) {
            sum += serverOf[m] == server ? of[m] : 0;
        }
        return sum;
    }

    public double cost(int[] serverOf) {
        double total = 0;
        for (int m = 0; m < twins; m++) {
            total += cost[m][serverOf[m]];
        }
        for (int s = 0; s < servers; s++) {
            total += contention[s] * sum(serverOf, s, weight) * sum(serverOf, s, work);
        }
        return total;
    }

    /** The least cost of all placements, looked at one by one; infinite if none is feasible. */
    public double optimum() {
        return optimum(serverOf -> true);
    }

    /** As above, of those that are asked for. */
    public double optimum(Predicate<int[]> asked) {
        int[] serverOf = new int[twins];
        double best = Double.POSITIVE_INFINITY;
        do {
            if (asked.test(serverOf) && isFeasible(serverOf)) {
                best = Math.min(best, cost(serverOf));
            }
        } while (advance(serverOf));
        return best;
    }

    /** Steps on to the next placement; false after the last one. */
    public boolean advance(int[] serverOf) {
        for (int m = 0; m < twins; m++) {
            if (++serverOf[m] < servers) {
                return true;
            }
            serverOf[m] = 0;
        }
        return false;
    }

    /** One of few placements. */
    public static SideCase small(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new SideCase(seed, random.nextInt(1, 7), random.nextInt(1, 5), random.nextDouble(1, 2.8));
    }

    /** One whose tree branches. */
    public static SideCase midSize(long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        return new SideCase(seed, random.nextInt(9, 16), random.nextInt(3, 6), random.nextDouble(0.9, 1.6));
    }
}
