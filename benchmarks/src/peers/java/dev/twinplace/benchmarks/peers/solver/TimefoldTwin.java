package dev.twinplace.benchmarks.peers.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** What Timefold decides for a twin. Public with a constructor of nothing, as it asks for. */
@PlanningEntity
public class TimefoldTwin {
    private long[] cost;
    private long[] demand;
    private long weight;
    private long work;

    @PlanningVariable
    private TimefoldServer server;

    public TimefoldTwin() {}

    TimefoldTwin(long[] cost, long[] demand, long weight, long work) {
        this.cost = cost;
        this.demand = demand;
        this.weight = weight;
        this.work = work;
    }

    public TimefoldServer getServer() {
        return server;
    }

    public void setServer(TimefoldServer server) {
        this.server = server;
    }

    long costHere() {
        return cost[server.index()];
    }

    long demandHere() {
        return demand[server.index()];
    }

    long weight() {
        return weight;
    }

    long work() {
        return work;
    }
}
