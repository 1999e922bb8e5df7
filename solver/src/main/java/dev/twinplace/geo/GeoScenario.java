package dev.twinplace.geo;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a scenario of real sites and devices; what a survey does not tell comes from the paper's Table 2 or the seed.
 *
 * <p>Every site is an edge server with a clock drawn uniformly from Table 2's range, and the cloud comes last. Devices are
 * grouped into twins by place. A device's count is scaled linearly to Table 2's workloads, the smallest count to 10 MB and
 * the largest to 40 MB; where it is not known, the workload is drawn. Clocks, workloads and groups come from separate
 * streams: another site changes neither workloads nor twins, another device no clock.
 *
 * @param name of the scenario
 * @param coupling under {@link Coupling#CAPACITY} every edge can take τ/S of the total workload
 * @param twins M >= 1
 * @param alpha α in [0, 1]
 */
public record GeoScenario(String name, Coupling coupling, int twins, double alpha) {
    /**
     * The scenario of a seed.
     *
     * @param sites any number
     * @param surveyed at least one for each twin
     * @throws InvalidValueException if there are fewer devices than twins, a site is called as the cloud is, or a value
     *     breaks a rule of the model
     */
    public Scenario build(List<Site> sites, List<SurveyedDevice> surveyed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom clocks = random.split();
        SplittableRandom workloads = random.split();
        int[] twinOf =
                TwinGrouping.group(surveyed.stream().map(SurveyedDevice::place).toList(), twins, random.nextLong());
        LocalProjection projection = new LocalProjection(
                Stream.concat(sites.stream().map(Site::place), surveyed.stream().map(SurveyedDevice::place))
                        .toList());
        List<Device> devices = devices(surveyed, twinOf, projection, workloads);
        double totalMB = devices.stream().mapToDouble(Device::workloadMB).sum();
        double capacityMB = coupling == Coupling.CAPACITY
                ? PaperDefaults.CAPACITY_TIGHTNESS / sites.size() * totalMB
                : Double.POSITIVE_INFINITY;
        return new Scenario(
                name,
                alpha,
                coupling,
                PaperDefaults.PARAMETERS,
                servers(sites, projection, clocks, capacityMB),
                IntStream.rangeClosed(1, twins).mapToObj(m -> "twin-" + m).toList(),
                devices);
    }

    private static List<Server> servers(
            List<Site> sites, LocalProjection projection, RandomGenerator clocks, double capacityMB) {
        Server cloud = PaperDefaults.cloud();
        List<Server> servers = new ArrayList<>();
        for (int s = 0; s < sites.size(); s++) {
            Site site = sites.get(s);
            if (site.id().equals(cloud.id())) {
                throw new InvalidValueException(
                        "sites[" + s + "].id", "must not be the id of the cloud, but was " + site.id());
            }
            double clockGHz = clocks.nextDouble(PaperDefaults.SLOWEST_EDGE_GHZ, PaperDefaults.FASTEST_EDGE_GHZ);
            double x = projection.x(site.place());
            double y = projection.y(site.place());
            servers.add(PaperDefaults.edge(site.id(), x, y, clockGHz, capacityMB));
        }
        servers.add(cloud);
        return servers;
    }

    private static List<Device> devices(
            List<SurveyedDevice> surveyed, int[] twinOf, LocalProjection projection, RandomGenerator workloads) {
        WorkloadScale scale = new WorkloadScale(surveyed);
        List<Device> devices = new ArrayList<>(surveyed.size());
        for (int n = 0; n < surveyed.size(); n++) {
            SurveyedDevice device = surveyed.get(n);
            // Drawn even where a count is known, so that one count more changes no other device.
            double drawnMB = workloads.nextDouble(PaperDefaults.MIN_WORKLOAD_MB, PaperDefaults.MAX_WORKLOAD_MB);
            devices.add(new Device(
                    device.id(),
                    twinOf[n],
                    projection.x(device.place()),
                    projection.y(device.place()),
                    scale.workloadMB(device.count()).orElse(drawnMB),
                    PaperDefaults.BANDWIDTH_MBPS));
        }
        return devices;
    }
}
