package dev.twinplace.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes in a scenario from one decision to the next.
 *
 * @param workloadMB of devices, by id
 * @param status of servers, by id
 */
public record ScenarioChanges(Map<String, Double> workloadMB, Map<String, ServerStatus> status) {
    public ScenarioChanges {
        workloadMB = Collections.unmodifiableMap(new LinkedHashMap<>(workloadMB));
        status = Collections.unmodifiableMap(new LinkedHashMap<>(status));
    }

    /**
     * The scenario after the changes. O(N + M + R).
     *
     * @throws InvalidValueException if it lacks a device or server that changes, or becomes invalid
     */
    public Scenario applyTo(Scenario scenario) {
        return new Scenario(
                scenario.name(),
                scenario.alpha(),
                scenario.coupling(),
                scenario.parameters(),
                scenario.servers(),
                scenario.twins(),
                devices(scenario.devices()),
                constraints(scenario));
    }

    private List<Device> devices(List<Device> before) {
        Map<String, Double> left = new HashMap<>(workloadMB);
        List<Device> after = new ArrayList<>(before.size());
        for (Device device : before) {
            Double workload = left.remove(device.id());
            after.add(workload == null ? device : withWorkload(device, workload));
        }
        requireNone("devices", left.keySet());
        return after;
    }

    private static Device withWorkload(Device device, double workload) {
        try {
            return new Device(device.id(), device.twin(), device.x(), device.y(), workload, device.bandwidthMbps());
        } catch (InvalidValueException e) {
            throw e.within("devices[" + device.id() + "]");
        }
    }

    private Constraints constraints(Scenario scenario) {
        Constraints before = scenario.constraints();
        if (status.isEmpty()) {
            return before;
        }
        Map<String, ServerStatus> left = new HashMap<>(status);
        List<ServerConstraints> servers = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            ServerConstraints server = before.server(s);
            ServerStatus changed = left.remove(scenario.servers().get(s).id());
            servers.add(
                    changed == null ? server : new ServerConstraints(server.labels(), changed, server.capacities()));
        }
        requireNone("servers", left.keySet());
        return new Constraints(
                before.capacitiesBind(), servers, before.twins(), before.groups(), before.transmissions());
    }

    private static void requireNone(String list, Iterable<String> unknown) {
        for (String id : unknown) {
            throw new InvalidValueException(list, "must be in the scenario, but " + id + " is not");
        }
    }
}
