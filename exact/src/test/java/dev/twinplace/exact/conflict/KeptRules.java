package dev.twinplace.exact.conflict;

import dev.twinplace.model.Constraints;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A scenario that keeps some of its rules alone: the meaning of a conflict, in the terms of the file format. */
final class KeptRules {
    private final Scenario scenario;
    private final Set<Rule> rules;

    private KeptRules(Scenario scenario, Set<Rule> rules) {
        this.scenario = scenario;
        this.rules = rules;
    }

    static Scenario of(Scenario scenario, Set<Rule> rules) {
        return new KeptRules(scenario, rules).scenario();
    }

    private Scenario scenario() {
        Constraints old = scenario.constraints();
        List<Server> servers = new ArrayList<>();
        List<ServerConstraints> states = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            servers.add(
                    hasCapacity(Constraints.WORKLOAD, s)
                            ? scenario.servers().get(s)
                            : scenario.servers().get(s).withCapacity(Double.POSITIVE_INFINITY));
            ServerConstraints state = old.server(s);
            Map<String, Double> capacities = new TreeMap<>(state.capacities());
            int server = s;
            capacities.keySet().removeIf(resource -> !hasCapacity(resource, server));
            states.add(new ServerConstraints(
                    state.labels(), hasOfServer(Rule.Kind.STATUS, s) ? state.status() : ServerStatus.UP, capacities));
        }
        List<TwinConstraints> twins = new ArrayList<>();
        for (int m = 0; m < scenario.twins().size(); m++) {
            twins.add(twin(m, old.twin(m)));
        }
        List<TwinGroup> groups = new ArrayList<>();
        for (int g = 0; g < old.groups().size(); g++) {
            int group = g;
            if (rules.stream().anyMatch(rule -> rule.group().equals(OptionalInt.of(group)))) {
                groups.add(old.groups().get(g));
            }
        }
        return scenario.with(servers, new Constraints(true, states, twins, groups, old.transmissions()));
    }

    private boolean isLimited(String resource) {
        return resource.equals(Constraints.WORKLOAD)
                || rules.stream().anyMatch(rule -> rule.resource().equals(Optional.of(resource)));
    }

    private boolean hasCapacity(String resource, int server) {
        return rules.stream()
                .anyMatch(rule ->
                        rule.server().orElse(-1) == server && rule.resource().equals(Optional.of(resource)));
    }

    private boolean hasOfServer(Rule.Kind kind, int server) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.server().orElse(-1) == server);
    }

    private boolean has(Rule.Kind kind, int twin) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.twin().orElse(-1) == twin);
    }

    private TwinConstraints twin(int m, TwinConstraints old) {
        Map<String, Double> demands = new TreeMap<>(old.demands());
        demands.keySet().removeIf(resource -> !isLimited(resource));
        return new TwinConstraints(
                demands,
                has(Rule.Kind.PINNED, m) ? old.pinned() : Optional.empty(),
                has(Rule.Kind.ALLOWED, m) ? old.allowedServers() : List.of(),
                has(Rule.Kind.FORBIDDEN, m) ? old.forbiddenServers() : List.of(),
                has(Rule.Kind.LABELS, m) ? old.requiredLabels() : List.of(),
                has(Rule.Kind.LATENCY, m) ? old.maxLatencySeconds() : Double.POSITIVE_INFINITY,
                has(Rule.Kind.PLACED, m) ? Double.POSITIVE_INFINITY : 0,
                old.moveCost(),
                old.onFailure());
    }
}
