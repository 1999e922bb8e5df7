package dev.twinplace.decision.replan;

import dev.twinplace.model.Device;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;

/**
 * By how much a placement would cost more if one twin alone were back where it was: its own cost, and what it would add to
 * and take off the twins that share servers with it,
 * κ<sub>s</sub>·(A<sub>s</sub> + a)·(B<sub>s</sub> + b) − κ<sub>s</sub>·A<sub>s</sub>·B<sub>s</sub>.
 */
final class MoveSavings {
    private final PlacementProblem problem;
    private final int[] before;
    private final int[] after;
    private final Outcome outcomeBefore;
    private final Outcome outcomeAfter;
    private final double[] weight;
    private final double[] work;
    private final double[] weightOn;
    private final double[] workOn;
    private final double[] workBefore;

    /**
     * Prepares in O(N + M + R).
     *
     * @param problem of the scenario, for the contention of its servers
     * @param before where each twin would be back, or {@link Outcome#UNPLACED}; read only
     * @param after where each twin is; read only
     */
    MoveSavings(Scenario scenario, PlacementProblem problem, int[] before, int[] after) {
        this.problem = problem;
        this.before = before;
        this.after = after;
        outcomeBefore = Outcome.ofPartial(scenario, before);
        outcomeAfter = Outcome.of(scenario, after);
        weight = new double[after.length];
        work = new double[after.length];
        for (Device device : scenario.devices()) {
            weight[device.twin()]++;
            work[device.twin()] += device.workloadMB();
        }
        weightOn = sums(weight, after);
        workOn = sums(work, after);
        workBefore = sums(work, before);
    }

    private double[] sums(double[] values, int[] serverOf) {
        double[] sums = new double[problem.servers()];
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] != Outcome.UNPLACED) {
                sums[serverOf[m]] += values[m];
            }
        }
        return sums;
    }

    /** The saving of one twin that ran before and could have stayed; negative if the placement would cost less with it back. O(1). */
    double of(int m) {
        double back = alone(outcomeBefore.cost(m), m, before[m], workBefore);
        double now = alone(outcomeAfter.cost(m), m, after[m], workOn);
        return back + added(m, before[m], 0) - now - added(m, after[m], 1);
    }

    /** A twin's cost without what it suffers from its server's work. */
    private double alone(double cost, int m, int server, double[] workOnServer) {
        return server == Outcome.UNPLACED ? cost : cost - problem.contention(server) * weight[m] * workOnServer[server];
    }

    /** The contention that a twin adds to a server, of which {@code own} of it is part of the sums already. */
    private double added(int m, int server, int own) {
        if (server == Outcome.UNPLACED) {
            return 0;
        }
        double otherWeight = weightOn[server] - own * weight[m];
        double otherWork = workOn[server] - own * work[m];
        return problem.contention(server) * (weight[m] * otherWork + work[m] * otherWeight + weight[m] * work[m]);
    }
}
