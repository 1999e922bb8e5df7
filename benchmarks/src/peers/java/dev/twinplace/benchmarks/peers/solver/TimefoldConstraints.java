package dev.twinplace.benchmarks.peers.solver;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sumLong;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** Cost and contention are soft, capacities are hard. */
public class TimefoldConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {cost(factory), contention(factory), capacity(factory)};
    }

    private static Constraint cost(ConstraintFactory factory) {
        return factory.forEach(TimefoldTwin.class)
                .penalizeLong(HardSoftLongScore.ONE_SOFT, TimefoldTwin::costHere)
                .asConstraint("cost");
    }

    private static Constraint contention(ConstraintFactory factory) {
        return factory.forEach(TimefoldTwin.class)
                .filter(twin -> twin.getServer().isContended())
                .groupBy(TimefoldTwin::getServer, sumLong(TimefoldTwin::weight), sumLong(TimefoldTwin::work))
                .penalizeLong(HardSoftLongScore.ONE_SOFT, TimefoldServer::contention)
                .asConstraint("contention");
    }

    private static Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(TimefoldTwin.class)
                .filter(twin -> twin.getServer().isLimited())
                .groupBy(TimefoldTwin::getServer, sumLong(TimefoldTwin::demandHere))
                .filter((server, load) -> load > server.capacity())
                .penalizeLong(HardSoftLongScore.ONE_HARD, (server, load) -> load - server.capacity())
                .asConstraint("capacity");
    }
}
