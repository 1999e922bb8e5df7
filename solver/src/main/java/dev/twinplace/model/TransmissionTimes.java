package dev.twinplace.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the data of each device takes to each server: as measured, otherwise as the model says. */
public final class TransmissionTimes {
    private final ModelParameters parameters;
    private final List<Server> servers;
    private final List<Device> devices;

    /** Seconds by device · R + server. */
    private final Map<Long, Double> measured = new HashMap<>();

    private TransmissionTimes(Scenario scenario) {
        parameters = scenario.parameters();
        servers = scenario.servers();
        devices = scenario.devices();
        List<MeasuredTransmission> all = scenario.constraints().transmissions();
        if (!all.isEmpty()) {
            Map<String, Integer> deviceOf = new HashMap<>();
            for (int n = 0; n < devices.size(); n++) {
                deviceOf.put(devices.get(n).id(), n);
            }
            Map<String, Integer> serverOf = new HashMap<>();
            for (int s = 0; s < servers.size(); s++) {
                serverOf.put(servers.get(s).id(), s);
            }
            all.forEach(each ->
                    measured.put(key(deviceOf.get(each.device()), serverOf.get(each.server())), each.seconds()));
        }
    }

    /** The times of a scenario. O(N + R) if any was measured, otherwise O(1). */
    public static TransmissionTimes of(Scenario scenario) {
        return new TransmissionTimes(scenario);
    }

    private long key(int device, int server) {
        return (long) device * servers.size() + server;
    }

    /** The time in seconds; devices and servers by index. */
    public double seconds(int device, int server) {
        Double known = measured.isEmpty() ? null : measured.get(key(device, server));
        return known != null
                ? known
                : OffloadingModel.transmissionSeconds(parameters, servers.get(server), devices.get(device));
    }
}
