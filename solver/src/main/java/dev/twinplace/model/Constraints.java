package dev.twinplace.model;

import java.util.List;

/**
 * What operators state beyond the paper's model.
 *
 * @param capacitiesBind whether capacities count under every coupling; without, under {@link Coupling#CAPACITY} alone
 * @param servers one for each server of the scenario, in the same order; empty if none has any
 * @param twins one for each twin of the scenario, in the same order; empty if none has any
 * @param groups of twins
 * @param transmissions measured, at most one for a device and a server
 */
public record Constraints(
        boolean capacitiesBind,
        List<ServerConstraints> servers,
        List<TwinConstraints> twins,
        List<TwinGroup> groups,
        List<MeasuredTransmission> transmissions) {
    /** The resource that every twin demands: its workload, in MB. */
    public static final String WORKLOAD = "workloadMB";

    /** Nothing beyond the paper's model. */
    public static final Constraints NONE = new Constraints(false, List.of(), List.of(), List.of(), List.of());

    public Constraints {
        servers = List.copyOf(servers);
        twins = List.copyOf(twins);
        groups = List.copyOf(groups);
        transmissions = List.copyOf(transmissions);
    }

    /** Constraints of one server. */
    public ServerConstraints server(int index) {
        return servers.isEmpty() ? ServerConstraints.NONE : servers.get(index);
    }

    /** Constraints of one twin. */
    public TwinConstraints twin(int index) {
        return twins.isEmpty() ? TwinConstraints.NONE : twins.get(index);
    }
}
