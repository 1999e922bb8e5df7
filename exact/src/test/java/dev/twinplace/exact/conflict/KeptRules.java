package dev.twinplace.exact.conflict;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
            boolean limited = hasOfServer(Rule.Kind.CAPACITY, s);
            servers.add(
                    limited
                            ? scenario.servers().get(s)
                            : unlimited(scenario.servers().get(s)));
            ServerConstraints state = old.server(s);
            states.add(new ServerConstraints(
                    state.labels(),
                    hasOfServer(Rule.Kind.STATUS, s) ? state.status() : ServerStatus.UP,
                    state.capacities()));
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

    private boolean hasOfServer(Rule.Kind kind, int server) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.server().orElse(-1) == server);
    }

    private boolean has(Rule.Kind kind, int twin) {
        return rules.stream()
                .anyMatch(rule -> rule.kind() == kind && rule.twin().orElse(-1) == twin);
    }

    private TwinConstraints twin(int m, TwinConstraints old) {
        return new TwinConstraints(
                old.demands(),
                has(Rule.Kind.PINNED, m) ? old.pinned() : Optional.empty(),
                has(Rule.Kind.ALLOWED, m) ? old.allowedServers() : List.of(),
                has(Rule.Kind.FORBIDDEN, m) ? old.forbiddenServers() : List.of(),
                has(Rule.Kind.LABELS, m) ? old.requiredLabels() : List.of(),
                has(Rule.Kind.LATENCY, m) ? old.maxLatencySeconds() : Double.POSITIVE_INFINITY,
                has(Rule.Kind.PLACED, m) ? Double.POSITIVE_INFINITY : 0,
                old.moveCost(),
                old.onFailure());
    }

    private static Server unlimited(Server server) {
        double any = Double.POSITIVE_INFINITY;
        if (server instanceof EdgeServer edge) {
            return new EdgeServer(
                    edge.id(),
                    edge.x(),
                    edge.y(),
                    edge.clockGHz(),
                    edge.transmitMilliJoulePerMB(),
                    edge.computeMilliJoulePerGigaInstruction(),
                    any);
        }
        return new CloudServer(
                server.id(),
                server.clockGHz(),
                server.transmitMilliJoulePerMB(),
                server.computeMilliJoulePerGigaInstruction(),
                any);
    }
}
