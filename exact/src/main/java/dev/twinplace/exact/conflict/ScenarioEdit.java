package dev.twinplace.exact.conflict;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A scenario with one rule changed.
 *
 * @param scenario after the change
 * @param text what to do, in plain words
 */
record ScenarioEdit(Scenario scenario, String text) {
    /** Gives up a rule that is no capacity: the twin, group or server does without it. */
    static ScenarioEdit without(Scenario scenario, Rule rule) {
        Constraints old = scenario.constraints();
        if (rule.group().isPresent()) {
            List<TwinGroup> groups = new ArrayList<>(old.groups());
            TwinGroup removed = groups.remove(rule.group().getAsInt());
            Constraints changed =
                    new Constraints(old.capacitiesBind(), old.servers(), old.twins(), groups, old.transmissions());
            return new ScenarioEdit(
                    with(scenario, scenario.servers(), changed),
                    "let " + String.join(", ", removed.twins())
                            + (removed.kind() == TwinGroup.Kind.TOGETHER
                                    ? " be on different servers"
                                    : " share a server"));
        }
        if (rule.server().isPresent()) {
            int s = rule.server().getAsInt();
            List<ServerConstraints> servers = new ArrayList<>(old.servers());
            ServerConstraints server = servers.get(s);
            servers.set(s, new ServerConstraints(server.labels(), ServerStatus.UP, server.capacities()));
            Constraints changed =
                    new Constraints(old.capacitiesBind(), servers, old.twins(), old.groups(), old.transmissions());
            String id = scenario.servers().get(s).id();
            return new ScenarioEdit(with(scenario, scenario.servers(), changed), "let " + id + " take twins");
        }
        int m = rule.twin().orElseThrow();
        return new ScenarioEdit(
                withTwin(scenario, m, without(old.twin(m), rule.kind())),
                text(scenario.twins().get(m), rule.kind()));
    }

    private static String text(String twin, Rule.Kind kind) {
        return switch (kind) {
            case LATENCY -> "let " + twin + " tolerate any latency";
            case FORBIDDEN -> "let " + twin + " run on the servers that it forbids";
            case ALLOWED -> "let " + twin + " run on servers that it does not name";
            case LABELS -> "let " + twin + " run without its labels";
            case PINNED -> "unpin " + twin;
            default -> "leave " + twin + " unplaced";
        };
    }

    private static TwinConstraints without(TwinConstraints old, Rule.Kind kind) {
        return new TwinConstraints(
                old.demands(),
                kind == Rule.Kind.PINNED ? Optional.empty() : old.pinned(),
                kind == Rule.Kind.ALLOWED ? List.of() : old.allowedServers(),
                kind == Rule.Kind.FORBIDDEN ? List.of() : old.forbiddenServers(),
                kind == Rule.Kind.LABELS ? List.of() : old.requiredLabels(),
                kind == Rule.Kind.LATENCY ? Double.POSITIVE_INFINITY : old.maxLatencySeconds(),
                kind == Rule.Kind.PLACED ? 0 : old.unplacedPenalty(),
                old.moveCost(),
                old.onFailure());
    }

    /** Lets a twin tolerate more latency. */
    static ScenarioEdit slower(Scenario scenario, int twin, double seconds) {
        TwinConstraints old = scenario.constraints().twin(twin);
        TwinConstraints changed = new TwinConstraints(
                old.demands(),
                old.pinned(),
                old.allowedServers(),
                old.forbiddenServers(),
                old.requiredLabels(),
                seconds,
                old.unplacedPenalty(),
                old.moveCost(),
                old.onFailure());
        return new ScenarioEdit(
                withTwin(scenario, twin, changed),
                "let " + scenario.twins().get(twin) + " tolerate " + RuleBooks.number(seconds) + " s in place of "
                        + RuleBooks.number(old.maxLatencySeconds()) + " s");
    }

    /** Gives a server more of a resource. */
    static ScenarioEdit larger(Scenario scenario, int server, String resource, double capacity) {
        List<Server> servers = new ArrayList<>(scenario.servers());
        Server old = servers.get(server);
        Constraints constraints = scenario.constraints();
        if (resource.equals(Constraints.WORKLOAD)) {
            servers.set(server, old.withCapacity(capacity));
        } else {
            constraints = withCapacity(constraints, server, resource, capacity);
        }
        return new ScenarioEdit(
                with(scenario, servers, constraints),
                "give " + old.id() + " " + RuleBooks.number(capacity) + " " + resource + " in place of "
                        + RuleBooks.number(PlacementRules.capacity(scenario, server, resource)));
    }

    private static Constraints withCapacity(Constraints old, int server, String resource, double capacity) {
        List<ServerConstraints> states = new ArrayList<>(old.servers());
        ServerConstraints state = states.get(server);
        Map<String, Double> capacities = new TreeMap<>(state.capacities());
        capacities.put(resource, capacity);
        states.set(server, new ServerConstraints(state.labels(), state.status(), capacities));
        return new Constraints(old.capacitiesBind(), states, old.twins(), old.groups(), old.transmissions());
    }

    private static Scenario withTwin(Scenario scenario, int twin, TwinConstraints changed) {
        Constraints old = scenario.constraints();
        List<TwinConstraints> twins = new ArrayList<>();
        for (int m = 0; m < scenario.twins().size(); m++) {
            twins.add(m == twin ? changed : old.twin(m));
        }
        return with(
                scenario,
                scenario.servers(),
                new Constraints(old.capacitiesBind(), old.servers(), twins, old.groups(), old.transmissions()));
    }

    /** A scenario of the coupling capacity gets constraints that say the same. */
    private static Scenario with(Scenario scenario, List<Server> servers, Constraints constraints) {
        boolean binds = constraints.capacitiesBind() || scenario.isCapacitated();
        return scenario.with(
                servers,
                constraints.equals(Constraints.NONE)
                        ? constraints
                        : new Constraints(
                                binds,
                                constraints.servers(),
                                constraints.twins(),
                                constraints.groups(),
                                constraints.transmissions()));
    }
}
