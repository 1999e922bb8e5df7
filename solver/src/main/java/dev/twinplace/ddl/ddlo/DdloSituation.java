package dev.twinplace.ddl.ddlo;

import dev.twinplace.ddl.Situation;
import dev.twinplace.io.DdloRow;

/**
 * Which tasks of three users run on the edge (1) and which locally (0). With bits<sub>j</sub> = 8·2<sup>20</sup>·MB<sub>j</sub>,
 * a user costs
 *
 * <pre>
 * Σ_j bits_j·(3.25e-7·(1 − x_j) + 2.92e-7·x_j)
 *     + max( Σ_j 4.75e-7·bits_j·(1 − x_j),  Σ_j (MB_j·3/12.5 + 1900·bits_j/1e10)·x_j )
 * </pre>
 *
 * <p>energy first, then the slower of local and edge execution; the cost is the sum over users, as in the authors' program.
 *
 * @param row sizes of the tasks
 */
record DdloSituation(DdloRow row) implements Situation {
    private static final double BITS_PER_MB = 8 * 1024 * 1024;
    private static final double LOCAL_ENERGY_PER_BIT = 3.25e-7;
    private static final double EDGE_ENERGY_PER_BIT = 2.92e-7;
    private static final double LOCAL_TIME_PER_BIT = 4.75e-7;
    private static final double TRANSMISSION_TIME_PER_MB = 3 / 12.5;
    private static final double CYCLES_PER_BIT = 1900;
    private static final double EDGE_CYCLES_PER_SECOND = 1e10;

    /** What the lineage's networks are fed: sizes of 10 to 30 MB become −100 to 100. */
    private static final double INPUT_SCALE = 10;

    private static final double INPUT_SHIFT = -200;

    @Override
    public void describe(float[] sample, int at) {
        for (int j = 0; j < DdloRow.TASKS; j++) {
            sample[at + j] = (float) (row.taskMB().get(j) * INPUT_SCALE + INPUT_SHIFT);
        }
    }

    @Override
    public double cost(float[] decision, int at) {
        double cost = 0;
        for (int user = 0; user < DdloRow.USERS; user++) {
            cost += userCost(user * DdloRow.TASKS_PER_USER, decision, at);
        }
        return cost;
    }

    private double userCost(int firstTask, float[] decision, int at) {
        double energy = 0;
        double localTime = 0;
        double edgeTime = 0;
        for (int j = firstTask; j < firstTask + DdloRow.TASKS_PER_USER; j++) {
            double megabytes = row.taskMB().get(j);
            double bits = megabytes * BITS_PER_MB;
            if (decision[at + j] == 1) {
                energy += bits * EDGE_ENERGY_PER_BIT;
                edgeTime += megabytes * TRANSMISSION_TIME_PER_MB + CYCLES_PER_BIT * bits / EDGE_CYCLES_PER_SECOND;
            } else {
                energy += bits * LOCAL_ENERGY_PER_BIT;
                localTime += LOCAL_TIME_PER_BIT * bits;
            }
        }
        return energy + Math.max(localTime, edgeTime);
    }
}
