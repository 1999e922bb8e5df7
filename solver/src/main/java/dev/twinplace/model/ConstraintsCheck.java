package dev.twinplace.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks constraints against the scenario they belong to: references, contradictions between rules, overlaps of groups. */
final class ConstraintsCheck {
    private final Constraints constraints;
    private final List<Server> servers;
    private final Map<String, Integer> serverOf = new HashMap<>();
    private final Map<String, Integer> twinOf = new HashMap<>();
    private final Set<String> resources = new HashSet<>(Set.of(Constraints.WORKLOAD));

    private ConstraintsCheck(Constraints constraints, List<Server> servers, List<String> twins) {
        this.constraints = constraints;
        this.servers = servers;
        for (int s = 0; s < servers.size(); s++) {
            serverOf.put(servers.get(s).id(), s);
        }
        for (int m = 0; m < twins.size(); m++) {
            twinOf.put(twins.get(m), m);
        }
        constraints
                .servers()
                .forEach(server -> resources.addAll(server.capacities().keySet()));
    }

    /** @throws InvalidValueException naming the first rule that is broken */
    static void check(Constraints constraints, List<Server> servers, List<String> twins, List<Device> devices) {
        if (constraints.equals(Constraints.NONE)) {
            return;
        }
        requireSize("servers", constraints.servers().size(), servers.size());
        requireSize("twins", constraints.twins().size(), twins.size());
        ConstraintsCheck check = new ConstraintsCheck(constraints, servers, twins);
        for (int m = 0; m < constraints.twins().size(); m++) {
            check.checkTwin("twins[" + m + "].", constraints.twins().get(m));
        }
        check.checkGroups();
        check.checkTransmissions(devices);
    }

    private static void requireSize(String list, int constraints, int size) {
        if (constraints != 0 && constraints != size) {
            throw new InvalidValueException(list, "must have " + size + " constraints or none, but had " + constraints);
        }
    }

    private void checkTwin(String path, TwinConstraints twin) {
        for (String resource : twin.demands().keySet()) {
            if (!resources.contains(resource)) {
                throw new InvalidValueException(
                        path + "demands." + resource, "must be a resource that some server has a capacity of");
            }
        }
        requireKnown(path + "allowedServers", twin.allowedServers());
        requireKnown(path + "forbiddenServers", twin.forbiddenServers());
        if (twin.pinned().isPresent()) {
            String pinned = twin.pinned().get();
            requireServer(path + "pinned", pinned);
            if (!twin.admits(pinned, labels(serverOf.get(pinned)))) {
                throw new InvalidValueException(
                        path + "pinned", "must be a server that the twin may run on, but was " + pinned);
            }
        }
    }

    private Set<String> labels(int server) {
        return constraints.server(server).labels();
    }

    private void requireKnown(String path, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            requireServer(path + "[" + i + "]", ids.get(i));
        }
    }

    private void requireServer(String path, String id) {
        if (!serverOf.containsKey(id)) {
            throw new InvalidValueException(path, "must be the id of a server, but was " + id);
        }
    }

    private void checkGroups() {
        Map<String, Integer> together = new HashMap<>();
        for (int g = 0; g < constraints.groups().size(); g++) {
            TwinGroup group = constraints.groups().get(g);
            for (int i = 0; i < group.twins().size(); i++) {
                String path = "groups[" + g + "].twins[" + i + "]";
                String twin = group.twins().get(i);
                if (!twinOf.containsKey(twin)) {
                    throw new InvalidValueException(path, "must be one of the twins, but was " + twin);
                }
                if (group.kind() == TwinGroup.Kind.TOGETHER && together.put(twin, g) != null) {
                    throw new InvalidValueException(path, "must be in one together group, but " + twin + " is in two");
                }
            }
            if (group.kind() == TwinGroup.Kind.TOGETHER) {
                checkTogether("groups[" + g + "].twins", group);
            }
        }
        checkSeparate(together);
    }

    /** A group that no server admits contradicts itself. */
    private void checkTogether(String path, TwinGroup group) {
        for (int s = 0; s < servers.size(); s++) {
            String server = servers.get(s).id();
            Set<String> labels = labels(s);
            if (group.twins().stream()
                    .allMatch(twin -> constraints.twin(twinOf.get(twin)).admits(server, labels))) {
                return;
            }
        }
        throw new InvalidValueException(path, "must be able to share a server, but no server admits them all");
    }

    private void checkSeparate(Map<String, Integer> together) {
        for (int g = 0; g < constraints.groups().size(); g++) {
            TwinGroup group = constraints.groups().get(g);
            if (group.kind() == TwinGroup.Kind.SEPARATE) {
                Map<Integer, String> seen = new HashMap<>();
                for (String twin : group.twins()) {
                    Integer with = together.get(twin);
                    String other = with == null ? null : seen.put(with, twin);
                    if (other != null) {
                        throw new InvalidValueException(
                                "groups[" + g + "].twins",
                                "must not be together, but groups[" + with + "] has " + other + " and " + twin);
                    }
                }
            }
        }
    }

    private void checkTransmissions(List<Device> devices) {
        Set<String> known = new HashSet<>();
        devices.forEach(device -> known.add(device.id()));
        Set<MeasuredTransmission> seen = new HashSet<>();
        for (int i = 0; i < constraints.transmissions().size(); i++) {
            MeasuredTransmission measured = constraints.transmissions().get(i);
            String path = "transmissionSeconds[" + i + "]";
            if (!known.contains(measured.device())) {
                throw new InvalidValueException(
                        path + ".device", "must be the id of a device, but was " + measured.device());
            }
            requireServer(path + ".server", measured.server());
            if (!seen.add(new MeasuredTransmission(measured.device(), measured.server(), 0))) {
                throw new InvalidValueException(
                        path,
                        "must be there once, but " + measured.device() + " to " + measured.server()
                                + " is there twice");
            }
        }
    }
}
