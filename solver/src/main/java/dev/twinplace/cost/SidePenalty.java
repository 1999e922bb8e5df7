package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;

/**
 * What side constraints add to the cost of a placement that a search sees, server by server:
 *
 * <pre>Σ_r price[r][s] · max(0, limit − load)  +  level_s · (Σ_r unit_r · max(0, load − limit) + unit of work · excess work)</pre>
 *
 * <p>The caller moves twins in the loads, or asks this to do so where it wants the sums kept. A question costs O(rows of the twins).
 * Belongs to one thread; allocates nothing after construction.
 */
public final class SidePenalty {
    private final SideConstraints side;
    private final SideLoads loads;
    private final int servers;
    private final double[] limit; // infinite where nothing is limited
    private final double[] price;
    private final double[] unit;
    private final double[] level;
    private final double[] room; // what is left of the limits of each server, priced
    private final double[] excess; // what exceeds them, in units
    private double roomChange;
    private double excessChange;

    /**
     * All levels 0. Keeps its arguments.
     *
     * @param unit what a unit of demand of each row, and at the end a unit of work, counts as excess
     * @param price of the room that is left of each row on each server, row-major; 0 where there is no limit
     */
    public SidePenalty(ProblemView problem, SideLoads loads, double[] unit, double[] price) {
        this.loads = loads;
        this.unit = unit;
        this.price = price;
        side = problem.side();
        servers = problem.servers();
        limit = new double[side.rows() * servers];
        Arrays.setAll(limit, cell -> side.sumLimit(cell / servers, cell % servers));
        level = new double[servers];
        room = new double[servers];
        excess = new double[servers];
    }

    /** Of excess alone, without prices. */
    public static SidePenalty ofExcess(ProblemView problem, SideLoads loads) {
        double[] unit = new double[problem.side().rows() + 1];
        Arrays.setAll(unit, loads::unit);
        return new SidePenalty(problem, loads, unit, new double[problem.side().rows() * problem.servers()]);
    }

    /** Sets what a unit of excess on a server costs. */
    public void setLevel(int server, double value) {
        level[server] = value;
    }

    /** Whether a server exceeds a limit. */
    public boolean isExceeded(int server) {
        return loads.isExceeded(server);
    }

    /** Sums room and excess of the loads anew. O(rows · R). */
    public void sumAnew() {
        Arrays.fill(room, 0);
        Arrays.fill(excess, 0);
        for (int cell = 0; cell < limit.length; cell++) {
            if (limit[cell] < Double.POSITIVE_INFINITY) {
                double left = limit[cell] - loads.loadOn(cell / servers, cell % servers);
                room[cell % servers] += price[cell] * Math.max(left, 0);
                excess[cell % servers] += unit[cell / servers] * Math.max(-left, 0);
            }
        }
        for (int s = 0; s < servers; s++) {
            excess[s] += unit[side.rows()] * loads.excessWork(s, -1, -1);
        }
    }

    /** What a server costs, by the sums that are kept. */
    public double of(int server) {
        return room[server] + level[server] * excess[server];
    }

    /** By how much that changes if a twin comes and another goes, either {@code -1} for none. */
    public double change(int server, int in, int out) {
        look(server, in, out);
        return roomChange + level[server] * excessChange;
    }

    /** Adds a twin to the loads of a server, and keeps the sums. */
    public void put(int twin, int server) {
        look(server, twin, -1);
        loads.put(twin, server);
        keep(server);
    }

    /** Removes a twin from the loads of its server, and keeps the sums. */
    public void take(int twin, int server) {
        look(server, -1, twin);
        loads.take(twin, server);
        keep(server);
    }

    private void keep(int server) {
        room[server] += roomChange;
        excess[server] = loads.isExceeded(server) ? excess[server] + excessChange : 0;
    }

    private void look(int server, int in, int out) {
        roomChange = 0;
        excessChange = 0;
        int coming = in < 0 ? 0 : side.start(in);
        int comingEnd = in < 0 ? 0 : side.end(in);
        int going = out < 0 ? 0 : side.start(out);
        int goingEnd = out < 0 ? 0 : side.end(out);
        while (coming < comingEnd || going < goingEnd) {
            int comingRow = coming < comingEnd ? side.row(coming) : Integer.MAX_VALUE;
            int goingRow = going < goingEnd ? side.row(going) : Integer.MAX_VALUE;
            double change = 0;
            if (comingRow <= goingRow) {
                change += side.demand(coming++);
            }
            if (goingRow <= comingRow) {
                change -= side.demand(going++);
            }
            lookAt(Math.min(comingRow, goingRow), server, change);
        }
        if (side.hasWorkLimits()) {
            excessChange += unit[side.rows()] * (loads.excessWork(server, in, out) - loads.excessWork(server, -1, -1));
        }
    }

    private void lookAt(int row, int server, double change) {
        int cell = row * servers + server;
        if (change == 0 || limit[cell] == Double.POSITIVE_INFINITY) {
            return;
        }
        double before = limit[cell] - loads.loadOn(row, server);
        double after = before - change;
        roomChange += price[cell] * (Math.max(after, 0) - Math.max(before, 0));
        excessChange += unit[row] * (Math.max(-after, 0) - Math.max(-before, 0));
    }
}
