package dev.twinplace.decision;

import dev.twinplace.api.SolveResult;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a solver found, in the words and units of the question.
 *
 * @param question what was asked
 * @param solver id of the solver that was asked
 * @param result what it found and proved
 * @param warnings what the reader of the answer should know; one line each, without the file's name
 */
public record Answer(Question question, String solver, SolveResult result, List<String> warnings) {
    public Answer {
        warnings = List.copyOf(warnings);
    }

    /** The answer of one solver alone, with the question's own warnings. */
    public static Answer of(Question question, String solver, SolveResult result) {
        return new Answer(question, solver, result, question.warnings());
    }

    /** The same answer with more warnings. */
    public Answer warning(List<String> more) {
        List<String> all = Stream.concat(warnings.stream(), more.stream()).toList();
        return new Answer(question, solver, result, all);
    }

    /** Of the placement, as the user calls it; not finite without one. */
    public double cost() {
        return question.userCost(result.cost());
    }

    /** No placement is better than this, as the user calls it: an upper bound where costs are maximised. */
    public double bound() {
        return question.userCost(result.lowerBound());
    }

    /** Latency and energy; empty without a placement, or where the question has none. */
    public Optional<Outcome> outcome() {
        return result.placement().flatMap(placement -> question.outcome(question.serversOf(placement)));
    }

    /** T (16), in device-seconds. */
    public OptionalDouble totalLatencyDeviceSeconds() {
        return outcome().stream().mapToDouble(Outcome::totalLatencySeconds).findFirst();
    }

    /** E (14). */
    public OptionalDouble totalEnergyMilliJoule() {
        return outcome().stream().mapToDouble(Outcome::totalEnergyMilliJoule).findFirst();
    }

    /** Every twin in the question's order; none without a placement. O(N + M). */
    public List<TwinFigures> twins() {
        return result.placement().map(this::twins).orElse(List.of());
    }

    private List<TwinFigures> twins(Placement placement) {
        int[] serverOf = question.serversOf(placement);
        Optional<Outcome> outcome = question.outcome(serverOf);
        List<TwinFigures> figures = new ArrayList<>(serverOf.length);
        for (int m = 0; m < serverOf.length; m++) {
            figures.add(outcome.isPresent() ? ofScenario(m, serverOf[m], outcome.get()) : ofAssignment(m, serverOf[m]));
        }
        return figures;
    }

    private TwinFigures ofScenario(int twin, int server, Outcome outcome) {
        int devices = question.devices(twin);
        boolean unplaced = server == Outcome.UNPLACED;
        return new TwinFigures(
                question.twinId(twin),
                unplaced ? Optional.empty() : Optional.of(question.serverId(server)),
                devices,
                devices == 0 ? 0 : outcome.latencySeconds(twin) / devices,
                outcome.energyMilliJoule(twin),
                unplaced ? 0 : question.demand(twin, server, 0),
                outcome.cost(twin));
    }

    private TwinFigures ofAssignment(int twin, int server) {
        return new TwinFigures(
                question.twinId(twin),
                Optional.of(question.serverId(server)),
                0,
                Double.NaN,
                Double.NaN,
                question.demand(twin, server, 0),
                question.userCost(question.problem().cost(twin, server)));
    }

    /** Every server in the question's order; none without a placement. O(M + R) for each resource. */
    public List<ServerFigures> servers() {
        return result.placement().map(this::servers).orElse(List.of());
    }

    private List<ServerFigures> servers(Placement placement) {
        int[] serverOf = question.serversOf(placement);
        List<String> resources = question.resources();
        int[] twins = new int[question.servers()];
        double[][] load = new double[resources.size()][question.servers()];
        for (int m = 0; m < serverOf.length; m++) {
            int s = serverOf[m];
            if (s != Outcome.UNPLACED) {
                twins[s]++;
                for (int k = 0; k < load.length; k++) {
                    load[k][s] += question.demand(m, s, k);
                }
            }
        }
        return IntStream.range(0, twins.length)
                .mapToObj(s -> new ServerFigures(question.serverId(s), twins[s], loads(s, resources, load)))
                .toList();
    }

    private List<ResourceLoad> loads(int server, List<String> resources, double[][] load) {
        return IntStream.range(0, load.length)
                .mapToObj(k -> new ResourceLoad(resources.get(k), load[k][server], question.capacity(server, k)))
                .toList();
    }
}
