package dev.twinplace.decision.replan;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the twins of a scenario were, matched by id with a placement made before twins and servers came or went. */
public final class PreviousPlacement {
    private final Scenario scenario;
    private final int[] serverOf;
    private final List<Optional<String>> from;
    private final List<String> newTwins;
    private final List<String> goneTwins;
    private final List<String> goneServers;

    private PreviousPlacement(Scenario scenario, Map<String, Optional<String>> ids) {
        this.scenario = scenario;
        Map<String, Integer> servers = new HashMap<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            servers.put(scenario.servers().get(s).id(), s);
        }
        List<String> twins = scenario.twins();
        serverOf = new int[twins.size()];
        from = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (int m = 0; m < serverOf.length; m++) {
            Optional<String> server = ids.getOrDefault(twins.get(m), Optional.empty());
            from.add(server);
            serverOf[m] = server.map(servers::get).orElse(Outcome.UNPLACED);
            server.filter(id -> !servers.containsKey(id)).ifPresent(unknown::add);
        }
        newTwins = twins.stream().filter(twin -> !ids.containsKey(twin)).toList();
        Set<String> known = Set.copyOf(twins);
        goneTwins = ids.keySet().stream().filter(twin -> !known.contains(twin)).toList();
        goneServers = List.copyOf(unknown);
    }

    /**
     * Matches a placement with a scenario. O(M + R).
     *
     * @param source the placement's file as the user calls it
     * @param ids the id of each twin's server; empty for a twin that was unplaced
     * @throws InvalidInputException if it has no twin in common with the scenario
     */
    public static PreviousPlacement match(String source, Map<String, Optional<String>> ids, Scenario scenario) {
        if (scenario.twins().stream().noneMatch(ids::containsKey)) {
            throw new InvalidInputException(
                    source, "placement: must have a twin of scenario " + scenario.name() + ", but has none");
        }
        return new PreviousPlacement(scenario, ids);
    }

    /** The present scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The index of the server where a twin was, or {@link Outcome#UNPLACED} if it had none or the server is gone. */
    public int serverOf(int twin) {
        return serverOf[twin];
    }

    /** A new array of {@link #serverOf(int)}. */
    public int[] toArray() {
        return serverOf.clone();
    }

    /** The id of the server where a twin was, also of one that is gone; empty if the twin had none. */
    public Optional<String> from(int twin) {
        return from.get(twin);
    }

    /** Whether the server where a twin was is no longer in the scenario. */
    public boolean isServerGone(int twin) {
        return from.get(twin).isPresent() && serverOf[twin] == Outcome.UNPLACED;
    }

    /** Whether a twin waits on its failed server. */
    public boolean waits(int twin) {
        return scenario.waits(twin, serverOf[twin]);
    }

    /** The index of the server that each twin runs on now, or waits on; {@link Outcome#UNPLACED} for the others. */
    public int[] running() {
        int[] running = toArray();
        for (int m = 0; m < running.length; m++) {
            boolean isDown = running[m] != Outcome.UNPLACED
                    && scenario.constraints().server(running[m]).status() == ServerStatus.DOWN;
            running[m] = isDown && !waits(m) ? Outcome.UNPLACED : running[m];
        }
        return running;
    }

    /** Ids of twins of the scenario that the placement does not have. */
    public List<String> newTwins() {
        return newTwins;
    }

    /** Ids of twins of the placement that the scenario does not have. */
    public List<String> goneTwins() {
        return goneTwins;
    }

    /** Ids of servers that twins of the scenario were on and that it does not have. */
    public List<String> goneServers() {
        return goneServers;
    }

    /** Ids of the servers that are down. */
    public List<String> downServers() {
        return IntStream.range(0, scenario.servers().size())
                .filter(s -> scenario.constraints().server(s).status() == ServerStatus.DOWN)
                .mapToObj(scenario.servers()::get)
                .map(Server::id)
                .toList();
    }

    /** Ids of the twins that wait on a failed server. */
    public List<String> waitingTwins() {
        return IntStream.range(0, serverOf.length)
                .filter(this::waits)
                .mapToObj(scenario.twins()::get)
                .toList();
    }

    @Override
    public String toString() {
        return Arrays.toString(serverOf);
    }
}
