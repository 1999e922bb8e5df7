package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;

/**
 * What the twins on each server demand of the rows of {@link SideConstraints}, and how much work they bring, under change. The
 * caller takes a twin from one server and puts it on another; limits are tracked and never enforced.
 *
 * <p>A change or a question costs O(rows of the twin), see {@link WorkLoads} for work. Excess is counted in units: of a row the
 * mean of its finite limits, of work the mean of those. Belongs to one thread; allocates nothing after construction.
 */
public final class SideLoads {
    private static final int NONE = -1;

    private final SideConstraints side;
    private final int servers;
    private final int works; // the index of work, beyond those of the rows
    private final double[] load; // of row r on server s, at r·R + s
    private final double[] lost; // what rounding took from it
    private final double[] limit;
    private final double[] unit; // an excess of 1 counts as so many units
    private final WorkLoads workLoads; // null where no work is limited
    private final int[] exceeded; // cells, the first few
    private final int[] position; // of a cell among them
    private final int[] exceededOn; // how many of each server
    private int count;

    /** Nothing placed. O(rows · R) memory. */
    public SideLoads(ProblemView problem) {
        side = problem.side();
        servers = problem.servers();
        works = side.rows();
        load = new double[works * servers];
        lost = new double[works * servers];
        limit = new double[works * servers];
        for (int cell = 0; cell < limit.length; cell++) {
            limit[cell] = side.sumLimit(cell / servers, cell % servers);
        }
        unit = SideUnits.of(problem);
        workLoads = side.hasWorkLimits() ? new WorkLoads(problem) : null;
        int cells = works * servers + (workLoads == null ? 0 : servers);
        exceeded = new int[cells];
        position = new int[cells];
        Arrays.fill(position, NONE);
        exceededOn = new int[servers];
    }

    /** Takes all twins away. */
    public void clear() {
        Arrays.fill(load, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(position, NONE);
        Arrays.fill(exceededOn, 0);
        count = 0;
        if (workLoads != null) {
            workLoads.clear();
        }
    }

    /** Σ demand of a row's members on a server. */
    public double loadOn(int row, int server) {
        return load[row * servers + server];
    }

    /** Σ work of the twins on a server; 0 where no work is limited. */
    public double workOn(int server) {
        return workLoads == null ? 0 : workLoads.workOn(server);
    }

    /** The least limit of work of the twins on a server, as a sum of doubles may be, one of them, or -1, left out. */
    public double workSumLimit(int server, int without) {
        return workLoads == null ? Double.POSITIVE_INFINITY : workLoads.limitWithout(server, without);
    }

    /**
     * By how much the work on a server exceeds what its twins tolerate if a twin comes and another goes, either {@code -1} for none;
     * 0 if not.
     */
    public double excessWork(int server, int in, int out) {
        return workLoads == null ? 0 : workLoads.excess(server, in, out);
    }

    /** Whether a twin that is not on a server could be added within all limits. */
    public boolean fits(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            int cell = side.row(entry) * servers + server;
            if (load[cell] + side.demand(entry) > limit[cell]) {
                return false;
            }
        }
        return workLoads == null || workLoads.excess(server, twin, NONE) == 0;
    }

    /** Whether a twin that is not on a server could take the place of one that is. */
    public boolean fitsFor(int twin, int leaving, int server) {
        int other = side.start(leaving);
        int end = side.end(leaving);
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            int row = side.row(entry);
            while (other < end && side.row(other) < row) {
                other++;
            }
            double left = other < end && side.row(other) == row ? side.demand(other) : 0;
            int cell = row * servers + server;
            if (load[cell] - left + side.demand(entry) > limit[cell]) {
                return false;
            }
        }
        return workLoads == null || workLoads.excess(server, twin, leaving) == 0;
    }

    /** Adds a twin to a server. */
    public void put(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            add(side.row(entry) * servers + server, side.demand(entry));
        }
        if (workLoads != null) {
            workLoads.put(twin, server);
            note(works * servers + server, workLoads.excess(server, NONE, NONE) > 0);
        }
    }

    /** Removes a twin from the server that it is on. */
    public void take(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            add(side.row(entry) * servers + server, -side.demand(entry));
        }
        if (workLoads != null) {
            workLoads.take(twin, server);
            note(works * servers + server, workLoads.excess(server, NONE, NONE) > 0);
        }
    }

    /** Adds exactly, as far as two doubles hold it (Knuth's two-sum). */
    private void add(int cell, double change) {
        double before = load[cell];
        double sum = before + change;
        double added = sum - before;
        double rounded = lost[cell] + (before - (sum - added)) + (change - added);
        load[cell] = sum + rounded;
        lost[cell] = rounded - (load[cell] - sum);
        note(cell, load[cell] > limit[cell]);
    }

    private void note(int cell, boolean isExceeded) {
        if (isExceeded && position[cell] == NONE) {
            position[cell] = count;
            exceeded[count++] = cell;
            exceededOn[cell % servers]++;
        } else if (!isExceeded && position[cell] != NONE) {
            int last = exceeded[--count];
            exceeded[position[cell]] = last;
            position[last] = position[cell];
            position[cell] = NONE;
            exceededOn[cell % servers]--;
        }
    }

    /** Whether a server exceeds a limit. */
    public boolean isExceeded(int server) {
        return exceededOn[server] > 0;
    }

    /** Σ of what exceeds a limit, in units; 0 if and only if all limits are kept. O(limits exceeded). */
    public double overload() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += excess(exceeded[i]);
        }
        return sum;
    }

    /** Adds to each server's entry what exceeds its limits, in units. O(limits exceeded). */
    public void addOverloads(double[] target) {
        for (int i = 0; i < count; i++) {
            target[exceeded[i] % servers] += excess(exceeded[i]);
        }
    }

    private double excess(int cell) {
        int row = cell / servers;
        double beyond = row == works ? workLoads.excess(cell % servers, NONE, NONE) : load[cell] - limit[cell];
        return Math.max(beyond * unit[row], Double.MIN_VALUE);
    }

    /** What a twin that is not on a server would add to what exceeds limits there, in units. */
    public double addedExcess(int twin, int server) {
        double sum = (excessWork(server, twin, NONE) - excessWork(server, NONE, NONE)) * unit[works];
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            int cell = side.row(entry) * servers + server;
            double before = Math.max(load[cell] - limit[cell], 0);
            sum += (Math.max(load[cell] + side.demand(entry) - limit[cell], 0) - before) * unit[side.row(entry)];
        }
        return sum;
    }

    /** How many units one unit of demand of a row is; for the number of rows, one unit of work. */
    public double unit(int row) {
        return unit[row];
    }
}
