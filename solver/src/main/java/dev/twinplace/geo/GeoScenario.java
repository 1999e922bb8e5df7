package dev.twinplace.geo;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes a scenario of real sites and devices; what a survey does not tell comes from the paper's Table 2 or the seed.
 *
 * <p>Every site is an edge server, and the cloud comes last. A clock that is not known is drawn uniformly from Table 2's
 * range. Devices without twins are grouped into twins by place. A device's count is scaled linearly to Table 2's workloads,
 * the smallest count to 10 MB and the largest to 40 MB; where neither it nor the workload is known, the workload is drawn.
 * Clocks, workloads and groups come from separate streams: another site changes neither workloads nor twins, another device
 * no clock.
 *
 * <p>Places are projected to a plane. Where that would change a distance between a device and a site by more than 1 %, {@link
 * GreatCircles}, the times of transmission to edges are computed along great circles and stated as measured.
 *
 * @param name of the scenario
 * @param coupling under {@link Coupling#CAPACITY} every edge can take τ/S of the total workload if no capacity is known
 * @param twins M >= 1; of no use where devices have twins
 * @param alpha α in [0, 1]
 */
public record GeoScenario(String name, Coupling coupling, int twins, double alpha) {
    /** As below, without measured latencies. */
    public Scenario build(List<Site> sites, List<SurveyedDevice> surveyed, long seed) {
        return build(sites, surveyed, List.of(), seed);
    }

    /**
     * The scenario of a seed.
     *
     * @param sites any number
     * @param surveyed at least one for each twin; all of them have a twin, or none
     * @param measured latencies, which replace what the model says
     * @throws InvalidValueException if there are fewer devices than twins, a site is called as the cloud is, or a value
     *     breaks a rule of the model
     */
    public Scenario build(
            List<Site> sites, List<SurveyedDevice> surveyed, List<MeasuredTransmission> measured, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom clocks = random.split();
        SplittableRandom workloads = random.split();
        SurveyedTwins owners = SurveyedTwins.of(surveyed, twins, random.nextLong());
        LocalProjection projection = new LocalProjection(
                Stream.concat(sites.stream().map(Site::place), surveyed.stream().map(SurveyedDevice::place))
                        .toList());
        List<Device> devices = devices(surveyed, owners, projection, workloads);
        List<MeasuredTransmission> transmissions = GreatCircles.isNeeded(sites, surveyed, projection)
                ? GreatCircles.transmissions(sites, surveyed, devices, measured)
                : measured;
        Constraints constraints = constraints(sites, owners.constraints(surveyed, devices), transmissions);
        boolean isPlain = constraints.equals(Constraints.NONE);
        return new Scenario(
                name,
                alpha,
                isPlain || coupling == Coupling.CONTENTION ? coupling : Coupling.INDEPENDENT,
                PaperDefaults.PARAMETERS,
                servers(sites, projection, clocks, devices),
                owners.ids(),
                devices,
                constraints);
    }

    private Constraints constraints(
            List<Site> sites, List<TwinConstraints> ofTwins, List<MeasuredTransmission> transmissions) {
        boolean hasRules = sites.stream()
                .anyMatch(site -> !site.labels().isEmpty() || !site.capacities().isEmpty());
        boolean bindsBoth = coupling == Coupling.CONTENTION
                && sites.stream().anyMatch(site -> site.capacityMB().isPresent());
        if (!hasRules && !bindsBoth && ofTwins.isEmpty() && transmissions.isEmpty()) {
            return Constraints.NONE;
        }
        Stream<ServerConstraints> edges =
                sites.stream().map(site -> new ServerConstraints(site.labels(), ServerStatus.UP, site.capacities()));
        List<ServerConstraints> ofServers = hasRules
                ? Stream.concat(edges, Stream.of(ServerConstraints.NONE)).toList()
                : List.of();
        return new Constraints(true, ofServers, ofTwins, List.of(), transmissions);
    }

    private List<Server> servers(
            List<Site> sites, LocalProjection projection, RandomGenerator clocks, List<Device> devices) {
        Server cloud = PaperDefaults.cloud();
        List<Server> servers = new ArrayList<>();
        double otherwiseMB = capacityMB(sites, devices);
        for (int s = 0; s < sites.size(); s++) {
            Site site = sites.get(s);
            if (site.id().equals(cloud.id())) {
                throw new InvalidValueException(
                        "sites[" + s + "].id", "must not be the id of the cloud, but was " + site.id());
            }
            // Drawn even where a clock is known, so that one clock more changes no other server.
            double clockGHz = clocks.nextDouble(PaperDefaults.SLOWEST_EDGE_GHZ, PaperDefaults.FASTEST_EDGE_GHZ);
            servers.add(PaperDefaults.edge(
                    site.id(),
                    projection.x(site.place()),
                    projection.y(site.place()),
                    site.clockGHz().orElse(clockGHz),
                    coupling == Coupling.INDEPENDENT
                            ? otherwiseMB
                            : site.capacityMB().orElse(otherwiseMB)));
        }
        servers.add(cloud);
        return servers;
    }

    /** Of a server whose capacity is not known. */
    private double capacityMB(List<Site> sites, List<Device> devices) {
        boolean isShare = coupling == Coupling.CAPACITY
                && sites.stream()
                        .allMatch(site ->
                                site.capacityMB().isEmpty() && site.capacities().isEmpty());
        double totalMB = devices.stream().mapToDouble(Device::workloadMB).sum();
        return isShare ? PaperDefaults.CAPACITY_TIGHTNESS / sites.size() * totalMB : Double.POSITIVE_INFINITY;
    }

    private static List<Device> devices(
            List<SurveyedDevice> surveyed,
            SurveyedTwins owners,
            LocalProjection projection,
            RandomGenerator workloads) {
        WorkloadScale scale = new WorkloadScale(surveyed);
        List<Device> devices = new ArrayList<>(surveyed.size());
        for (int n = 0; n < surveyed.size(); n++) {
            SurveyedDevice device = surveyed.get(n);
            // Drawn even where a workload is known, so that one more changes no other device.
            double drawnMB = workloads.nextDouble(PaperDefaults.MIN_WORKLOAD_MB, PaperDefaults.MAX_WORKLOAD_MB);
            double countedMB = scale.workloadMB(device.count()).orElse(drawnMB);
            devices.add(new Device(
                    device.id(),
                    owners.twinOf(n),
                    projection.x(device.place()),
                    projection.y(device.place()),
                    device.workloadMB().orElse(countedMB),
                    device.bandwidthMbps().orElse(PaperDefaults.BANDWIDTH_MBPS)));
        }
        return devices;
    }
}
