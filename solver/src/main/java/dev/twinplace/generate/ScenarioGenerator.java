package dev.twinplace.generate;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws scenarios as section 5.1 of the paper does, with devices clustered by twin, or with the rules of an operator.
 *
 * <p>Every device belongs to a twin drawn uniformly ("device ownership [is] randomly simulated"), so a twin may come out
 * without devices. Three edges stand at fixed sites with clocks 1.8, 2.4 and 3.0 GHz; any other number is drawn: sites
 * uniform in the field, clocks uniform in [1.8, 3.0] GHz. One cloud comes last. The same settings and seed give the same
 * scenario, and servers and devices are drawn from separate streams: more edges do not move a device.
 *
 * @param profile where devices lie
 * @param coupling under {@link Coupling#CAPACITY} every edge can take τ/S of the total workload; otherwise there are no
 *     capacities. Under {@link Profile#OPERATOR} all servers have capacities, and twins contend if it says so
 * @param twins M >= 1
 * @param devices N >= 0
 * @param edges S >= 0
 * @param alpha α in [0, 1]
 * @param resources that servers have capacities of, the workload among them: 1, or up to {@value #MAX_RESOURCES} under {@link
 *     Profile#OPERATOR}
 */
public record ScenarioGenerator(
        Profile profile, Coupling coupling, int twins, int devices, int edges, double alpha, int resources) {
    /** Workload, memory and so on. */
    public static final int MAX_RESOURCES = 8;

    private static final double[][] DEFAULT_SITES = {{200, 200}, {500, 600}, {800, 250}};
    private static final double[] DEFAULT_CLOCKS_GHZ = {1.8, 2.4, 3.0};
    private static final double CLUSTER_SIGMA_METRES = 80;

    public ScenarioGenerator {
        requireAtLeast("twins", 1, twins);
        requireAtLeast("devices", 0, devices);
        requireAtLeast("edges", 0, edges);
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha: must be in [0, 1], but was " + alpha);
        }
        if (profile.hasConstraints() && coupling == Coupling.INDEPENDENT) {
            throw new IllegalArgumentException("coupling: must be capacity or contention for the profile " + profile
                    + ", whose servers have capacities, but was " + coupling);
        }
        int most = profile.hasConstraints() ? MAX_RESOURCES : 1;
        if (resources < 1 || resources > most) {
            throw new IllegalArgumentException("resources: must be "
                    + (most == 1 ? "1 for the profile " + profile : "in [1, " + most + "]") + ", but was " + resources);
        }
    }

    /** With the resources that a profile has by default. */
    public ScenarioGenerator(Profile profile, Coupling coupling, int twins, int devices, int edges, double alpha) {
        this(profile, coupling, twins, devices, edges, alpha, profile.resources());
    }

    private static void requireAtLeast(String field, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(field + ": must be >= " + least + ", but was " + value);
        }
    }

    /** The sizes of Table 2, α = 0.5. */
    public static ScenarioGenerator table2(Profile profile, Coupling coupling) {
        return new ScenarioGenerator(
                profile,
                coupling,
                PaperDefaults.TWINS,
                PaperDefaults.DEVICES,
                PaperDefaults.EDGES,
                PaperDefaults.ALPHA);
    }

    /** The scenario of a seed. O(N + M + S). */
    public Scenario generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom serverRandom = random.split();
        List<String> twinIds = new ArrayList<>();
        for (int m = 1; m <= twins; m++) {
            twinIds.add("twin-" + m);
        }
        List<Device> drawn = drawDevices(random.split());
        if (profile == Profile.OPERATOR) {
            return operated(seed, drawServers(serverRandom, Double.POSITIVE_INFINITY), twinIds, drawn, random.split());
        }
        double workloadMB = drawn.stream().mapToDouble(Device::workloadMB).sum();
        double capacityMB = coupling == Coupling.CAPACITY
                ? PaperDefaults.CAPACITY_TIGHTNESS / edges * workloadMB
                : Double.POSITIVE_INFINITY;
        return new Scenario(
                profile.id() + "-" + seed,
                alpha,
                coupling,
                PaperDefaults.PARAMETERS,
                drawServers(serverRandom, capacityMB),
                twinIds,
                drawn);
    }

    private Scenario operated(
            long seed, List<Server> servers, List<String> twinIds, List<Device> drawn, SplittableRandom random) {
        Coupling without = coupling == Coupling.CONTENTION ? coupling : Coupling.INDEPENDENT;
        Scenario plain = new Scenario(
                profile.id() + "-" + seed, alpha, without, PaperDefaults.PARAMETERS, servers, twinIds, drawn);
        return new OperatorRules(plain, resources, random).scenario();
    }

    private List<Server> drawServers(RandomGenerator random, double capacityMB) {
        List<Server> servers = new ArrayList<>();
        for (int s = 0; s < edges; s++) {
            boolean standard = edges == DEFAULT_SITES.length;
            double x = standard ? DEFAULT_SITES[s][0] : random.nextDouble(PaperDefaults.FIELD_WIDTH_METRES);
            double y = standard ? DEFAULT_SITES[s][1] : random.nextDouble(PaperDefaults.FIELD_HEIGHT_METRES);
            double clockGHz = standard
                    ? DEFAULT_CLOCKS_GHZ[s]
                    : random.nextDouble(PaperDefaults.SLOWEST_EDGE_GHZ, PaperDefaults.FASTEST_EDGE_GHZ);
            servers.add(PaperDefaults.edge("edge-" + (s + 1), x, y, clockGHz, capacityMB));
        }
        servers.add(PaperDefaults.cloud());
        return servers;
    }

    private List<Device> drawDevices(RandomGenerator random) {
        double[] centreX = new double[twins];
        double[] centreY = new double[twins];
        for (int m = 0; m < twins; m++) {
            centreX[m] = random.nextDouble(PaperDefaults.FIELD_WIDTH_METRES);
            centreY[m] = random.nextDouble(PaperDefaults.FIELD_HEIGHT_METRES);
        }
        List<Device> drawn = new ArrayList<>(devices);
        for (int n = 1; n <= devices; n++) {
            int twin = random.nextInt(twins);
            drawn.add(new Device(
                    "device-" + n,
                    twin,
                    coordinate(random, centreX[twin], PaperDefaults.FIELD_WIDTH_METRES),
                    coordinate(random, centreY[twin], PaperDefaults.FIELD_HEIGHT_METRES),
                    random.nextDouble(PaperDefaults.MIN_WORKLOAD_MB, PaperDefaults.MAX_WORKLOAD_MB),
                    PaperDefaults.BANDWIDTH_MBPS));
        }
        return drawn;
    }

    /** Within the field; a clustered device that falls outside stands on its border. */
    private double coordinate(RandomGenerator random, double centre, double extent) {
        if (profile == Profile.TABLE2) {
            return random.nextDouble(extent);
        }
        return Math.min(extent, Math.max(0, random.nextGaussian(centre, CLUSTER_SIGMA_METRES)));
    }
}
