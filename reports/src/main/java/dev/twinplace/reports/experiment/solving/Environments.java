package dev.twinplace.reports.experiment.solving;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.reports.experiment.ChangedScenario;
import dev.twinplace.reports.experiment.DrawnQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Environments that differ in one thing from the one that {@code ddl-paper} was trained in. */
final class Environments {
    private static final ScenarioGenerator AS_TRAINED = ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT);
    private static final int M = PaperDefaults.TWINS;
    private static final int N = PaperDefaults.DEVICES;
    private static final int S = PaperDefaults.EDGES;
    private static final double A = PaperDefaults.ALPHA;

    private Environments() {}

    /**
     * One thing changed.
     *
     * @param generator of scenarios
     * @param edit of each of them
     * @param hasOtherServers of the same number
     */
    record Change(
            String name,
            String value,
            ScenarioGenerator generator,
            UnaryOperator<Scenario> edit,
            boolean hasOtherServers) {
        List<Scenario> scenarios(int count, long seed) {
            return DrawnQuestions.scenarios(generator, count, seed).stream()
                    .map(edit)
                    .toList();
        }
    }

    static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(drawn("as trained", "", Profile.TABLE2, Coupling.INDEPENDENT, M, N, S, A));
        changes.add(withServers("topology", "other sites", Environments::withOtherSites));
        changes.add(withServers("clock rates", "edges × 1.5", scenario -> withClocks(scenario, 1.5)));
        changes.add(withServers("clock rates", "edges × 0.67", scenario -> withClocks(scenario, 0.67)));
        changes.add(withServers("clock rates", "edges reversed", Environments::withReversedClocks));
        for (double alpha : new double[] {0.1, 0.9}) {
            changes.add(drawn("alpha", Double.toString(alpha), Profile.TABLE2, Coupling.INDEPENDENT, M, N, S, alpha));
        }
        changes.add(drawn("devices", "clustered", Profile.CLUSTERED, Coupling.INDEPENDENT, M, N, S, A));
        changes.add(edited("gamma", "× 4", scenario -> withNetwork(scenario, 4)));
        changes.add(drawn("coupling", "capacity", Profile.TABLE2, Coupling.CAPACITY, M, N, S, A));
        changes.add(drawn("coupling", "contention", Profile.TABLE2, Coupling.CONTENTION, M, N, S, A));
        for (int twins : new int[] {10, 20}) {
            changes.add(drawn("M", "" + twins, Profile.TABLE2, Coupling.INDEPENDENT, twins, N, S, A));
        }
        for (int devices : new int[] {60, 240}) {
            changes.add(drawn("N", "" + devices, Profile.TABLE2, Coupling.INDEPENDENT, M, devices, S, A));
        }
        for (int edges : new int[] {2, 5}) {
            changes.add(drawn("S", "" + edges, Profile.TABLE2, Coupling.INDEPENDENT, M, N, edges, A));
        }
        return changes;
    }

    private static Change drawn(
            String name, String value, Profile profile, Coupling coupling, int m, int n, int s, double alpha) {
        ScenarioGenerator generator = new ScenarioGenerator(profile, coupling, m, n, s, alpha);
        return new Change(name, value, generator, UnaryOperator.identity(), false);
    }

    private static Change edited(String name, String value, UnaryOperator<Scenario> edit) {
        return new Change(name, value, AS_TRAINED, edit, false);
    }

    private static Change withServers(String name, String value, UnaryOperator<Scenario> edit) {
        return new Change(name, value, AS_TRAINED, edit, true);
    }

    /** Edges at sites that are drawn anew for each scenario; their clocks stay. */
    private static Scenario withOtherSites(Scenario scenario) {
        SplittableRandom random = new SplittableRandom(scenario.name().hashCode());
        return withEdges(
                scenario,
                edge -> moved(
                        edge,
                        random.nextDouble(PaperDefaults.FIELD_WIDTH_METRES),
                        random.nextDouble(PaperDefaults.FIELD_HEIGHT_METRES)));
    }

    private static EdgeServer moved(EdgeServer edge, double x, double y) {
        return PaperDefaults.edge(edge.id(), x, y, edge.clockGHz(), edge.capacityMB());
    }

    private static Scenario withClocks(Scenario scenario, double factor) {
        return withEdges(scenario, edge -> withClock(edge, factor * edge.clockGHz()));
    }

    /** The slowest edge becomes the fastest and the other way round. */
    private static Scenario withReversedClocks(Scenario scenario) {
        double sum = PaperDefaults.SLOWEST_EDGE_GHZ + PaperDefaults.FASTEST_EDGE_GHZ;
        return withEdges(scenario, edge -> withClock(edge, sum - edge.clockGHz()));
    }

    private static EdgeServer withClock(EdgeServer edge, double clockGHz) {
        return PaperDefaults.edge(edge.id(), edge.x(), edge.y(), clockGHz, edge.capacityMB());
    }

    private static Scenario withEdges(Scenario scenario, UnaryOperator<EdgeServer> edit) {
        List<Server> servers = new ArrayList<>();
        for (Server server : scenario.servers()) {
            servers.add(server instanceof EdgeServer edge ? edit.apply(edge) : server);
        }
        return ChangedScenario.withServers(scenario, servers);
    }

    private static Scenario withNetwork(Scenario scenario, double factor) {
        ModelParameters parameters = scenario.parameters();
        return ChangedScenario.withParameters(
                scenario,
                new ModelParameters(
                        parameters.instructionsPerByte(),
                        factor * parameters.networkDiscount(),
                        parameters.radioConstant()));
    }
}
