package dev.twinplace.exact.part;

import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;

/**
 * The side constraints of a part: what the twins that stay leave of rows and of limits of work. Where twins that stay limit the
 * work on their server, that is one row more.
 */
public final class SideOfPart {
    /** In place of a server: this twin is one of the part. */
    public static final int MOVES = -1;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final ProblemView whole;
    private final SideConstraints side;
    private final int[] twins;
    private final int[] servers;
    private final int[] staysOn;
    private final boolean forgives;
    private final PlacementProblemBuilder part;

    private SideOfPart(
            ProblemView whole,
            int[] twins,
            int[] servers,
            int[] staysOn,
            boolean forgives,
            PlacementProblemBuilder part) {
        this.whole = whole;
        side = whole.side();
        this.twins = twins;
        this.servers = servers;
        this.staysOn = staysOn;
        this.forgives = forgives;
        this.part = part;
    }

    /**
     * Adds the side constraints of a part to its builder, if the whole has any. O(R · rows) and the entries of the rows; with limits
     * of work O(M·R).
     *
     * @param twins of the part: twin i there is {@code twins[i]} of the whole
     * @param servers of the part, likewise
     * @param staysOn the server of each twin of the whole, or {@link #MOVES}
     * @param forgives whether limits are rounded up to what the checker lets pass, so that nothing is cut off that passes; otherwise
     *     they are what is left, up to rounding
     */
    public static void write(
            ProblemView whole,
            int[] twins,
            int[] servers,
            int[] staysOn,
            boolean forgives,
            PlacementProblemBuilder part) {
        if (!whole.side().isNone()) {
            SideOfPart writer = new SideOfPart(whole, twins, servers, staysOn, forgives, part);
            writer.writeRows();
            if (whole.side().hasWorkLimits()) {
                writer.writeWorkLimits();
            }
        }
    }

    private void writeRows() {
        int[] indexOf = new int[whole.twins()];
        Arrays.fill(indexOf, -1);
        for (int i = 0; i < twins.length; i++) {
            indexOf[twins[i]] = i;
        }
        for (int r = 0; r < side.rows(); r++) {
            writeRow(r, indexOf);
        }
    }

    private void writeRow(int row, int[] indexOf) {
        int count = 0;
        int[] members = new int[side.members(row)];
        double[] demands = new double[members.length];
        double[] load = new double[whole.servers()];
        for (int i = 0; i < members.length; i++) {
            int m = side.member(row, i);
            if (indexOf[m] >= 0) {
                members[count] = indexOf[m];
                demands[count++] = side.memberDemand(row, i);
            } else if (staysOn[m] != MOVES) {
                load[staysOn[m]] += side.memberDemand(row, i);
            }
        }
        double[] limits = new double[servers.length];
        for (int j = 0; j < limits.length; j++) {
            int s = servers[j];
            limits[j] = Math.max(0, left(side.limit(row, s), side.sumLimit(row, s), load[s]));
        }
        part.row(side.name(row), Arrays.copyOf(members, count), Arrays.copyOf(demands, count), limits);
    }

    private void writeWorkLimits() {
        double[] workOn = new double[whole.servers()];
        for (int m = 0; m < staysOn.length; m++) {
            if (staysOn[m] != MOVES) {
                workOn[staysOn[m]] += whole.work(m);
            }
        }
        writeLimitsOfTwinsThatStay(workOn);
        for (int i = 0; i < twins.length; i++) {
            double[] left = new double[servers.length];
            for (int j = 0; j < servers.length; j++) {
                left[j] = workLeft(twins[i], servers[j], workOn[servers[j]]);
                part.workLimit(i, j, Math.max(0, left[j]));
            }
            barWhereLess(i, left);
        }
    }

    private void writeLimitsOfTwinsThatStay(double[] workOn) {
        double[] tightest = new double[whole.servers()];
        Arrays.fill(tightest, Double.POSITIVE_INFINITY);
        for (int m = 0; m < staysOn.length; m++) {
            int s = staysOn[m];
            if (s != MOVES) {
                tightest[s] = Math.min(tightest[s], workLeft(m, s, workOn[s]));
            }
        }
        int[] all = new int[twins.length];
        Arrays.setAll(all, i -> i);
        double[] works = Arrays.stream(twins).mapToDouble(whole::work).toArray();
        double[] limits = Arrays.stream(servers)
                .mapToDouble(s -> Math.max(0, tightest[s]))
                .toArray();
        part.row("work", all, works, limits);
    }

    /** A twin without work exceeds no limit of work, not even that of a server on which it does not tolerate those that stay. */
    private void barWhereLess(int i, double[] left) {
        if (Arrays.stream(left).anyMatch(each -> each < 0)) {
            double[] limits = Arrays.stream(left)
                    .map(each -> each < 0 ? 0 : Double.POSITIVE_INFINITY)
                    .toArray();
            part.row("work", new int[] {i}, new double[] {1}, limits);
        }
    }

    private double workLeft(int twin, int server, double work) {
        return left(side.workLimit(twin, server), side.workSumLimit(twin, server), work);
    }

    private double left(double limit, double sumLimit, double taken) {
        if (limit == Double.POSITIVE_INFINITY) {
            return limit;
        }
        if (!forgives) {
            return limit - taken;
        }
        double accepted = limit + 2 * (sumLimit - limit);
        return accepted - taken + 2 * (whole.twins() + 4) * UNIT_ROUNDOFF * accepted;
    }
}
