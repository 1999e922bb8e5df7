package dev.twinplace.reports.experiment.solving;

import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.reports.experiment.ChangedScenario;
import dev.twinplace.reports.experiment.DrawnQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A kind of scenario that policies are compared on.
 *
 * @param profile where devices lie
 * @param coupling capacity, or contention
 * @param twins M
 * @param edges S
 * @param tightness the share of all workload that the edges take together; NaN without capacities
 * @param isUneven whether edges have different capacities
 */
record AblationCell(Profile profile, Coupling coupling, int twins, int edges, double tightness, boolean isUneven) {
    private static final double MIN_SHARE = 0.25;
    private static final double MAX_SHARE = 1.75;

    /** Scenarios under capacity. */
    static AblationCell capacity(Profile profile, int twins, int edges, double tightness) {
        return new AblationCell(profile, Coupling.CAPACITY, twins, edges, tightness, false);
    }

    /** Scenarios under contention. */
    static AblationCell contention(Profile profile, int twins, int edges) {
        return new AblationCell(profile, Coupling.CONTENTION, twins, edges, Double.NaN, false);
    }

    /** The same with edges of different capacities. */
    AblationCell uneven() {
        return new AblationCell(profile, coupling, twins, edges, tightness, true);
    }

    /** M and S. */
    String size() {
        return DrawnQuestions.size(twins, edges);
    }

    /** Where devices lie, as tables call it. */
    String devices() {
        return profile == Profile.TABLE2 ? "uniform" : profile.id();
    }

    /** How the edges share what they take together. */
    String capacities() {
        if (coupling != Coupling.CAPACITY) {
            return "none";
        }
        return isUneven ? "uneven" : "even";
    }

    /** Unique among cells. */
    String key() {
        return devices() + ", " + coupling + ", " + size() + ", " + tightness + ", " + capacities();
    }

    /** Questions about scenarios of consecutive seeds. */
    List<ScenarioQuestion> questions(int count, long firstSeed) {
        ScenarioGenerator generator = DrawnQuestions.generator(profile, coupling, twins, edges);
        List<Scenario> scenarios = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            scenarios.add(withCapacities(generator.generate(seed), seed));
        }
        return DrawnQuestions.about(scenarios);
    }

    private Scenario withCapacities(Scenario scenario, long seed) {
        if (coupling != Coupling.CAPACITY) {
            return scenario;
        }
        double[] shares = shares(seed);
        List<Server> servers = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            Server server = scenario.servers().get(s);
            servers.add(
                    s < edges
                            ? server.withCapacity(
                                    server.capacityMB() * shares[s] * tightness / PaperDefaults.CAPACITY_TIGHTNESS)
                            : server);
        }
        return ChangedScenario.withServers(scenario, servers);
    }

    /** Of the mean capacity; their mean is 1. */
    private double[] shares(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shares = new double[edges];
        double sum = 0;
        for (int s = 0; s < edges; s++) {
            shares[s] = isUneven ? random.nextDouble(MIN_SHARE, MAX_SHARE) : 1;
            sum += shares[s];
        }
        for (int s = 0; s < edges; s++) {
            shares[s] *= edges / sum;
        }
        return shares;
    }
}
