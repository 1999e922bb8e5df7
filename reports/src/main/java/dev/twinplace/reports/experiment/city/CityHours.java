package dev.twinplace.reports.experiment.city;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.GeoScenario;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.io.Counts;
import dev.twinplace.io.CountsCsvReader;
import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Melbourne for some hours: pedestrian counters as devices, mobile base stations as edge servers, one scenario an hour. Twins,
 * sites and clocks are the same in all; workloads follow the counts on one scale, the smallest of all hours 10 MB, the
 * largest 40 MB. Counters without counts keep one drawn workload.
 */
public final class CityHours {
    private static final String SITES = "eua/site-optus-melbCBD.csv";
    private static final String DEVICES = "melbourne-sensors/sensor_locations.csv";
    private static final String COUNTS = "melbourne-sensors/pedestrian_03_2017.csv";
    private static final long SEED = 1;

    private final int twins;
    private final List<Site> sites;
    private final List<List<SurveyedDevice>> hours;
    private final double least;
    private final double most;

    private CityHours(int twins, List<Site> sites, List<List<SurveyedDevice>> hours) {
        this.twins = twins;
        this.sites = sites;
        this.hours = hours;
        double[] counts = hours.stream()
                .flatMap(List::stream)
                .map(SurveyedDevice::count)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        least = counts[0];
        most = counts[counts.length - 1];
    }

    /** Why the data cannot be read here; empty if they can. */
    public static Optional<String> obstacle(Optional<Path> data) {
        if (data.isEmpty()) {
            return Optional.of("needs published data, in shared/data beside the checkout or in the directory that "
                    + PublishedData.VARIABLE + " names");
        }
        return List.of(SITES, DEVICES, COUNTS).stream()
                .map(data.get()::resolve)
                .filter(file -> !Files.exists(file))
                .findFirst()
                .map(file -> "needs " + file + ", which is not there");
    }

    /**
     * Reads so many hours from the first on.
     *
     * @param twins that the counters are grouped into, by place
     */
    public static CityHours read(Path data, LocalDateTime first, int hours, int twins) {
        SortedMap<LocalDateTime, Counts> counts = CountsCsvReader.readAll(data.resolve(COUNTS));
        List<List<SurveyedDevice>> devices = IntStream.range(0, hours)
                .mapToObj(hour -> DeviceCsvReader.read(data.resolve(DEVICES), counts.get(first.plusHours(hour))))
                .toList();
        return new CityHours(twins, SiteCsvReader.read(data.resolve(SITES)), devices);
    }

    /** How many there are. */
    public int hours() {
        return hours.size();
    }

    List<Site> sites() {
        return sites;
    }

    /** Devices without a count in any hour. */
    public long uncounted() {
        return IntStream.range(0, hours.get(0).size())
                .filter(n -> hours.stream().allMatch(hour -> hour.get(n).count().isEmpty()))
                .count();
    }

    /** The scenario of an hour under contention. */
    Scenario scenario(int hour) {
        return scenario(hour, Coupling.CONTENTION, Double.POSITIVE_INFINITY);
    }

    /**
     * The scenario of an hour.
     *
     * @param siteCapacityMB of each edge server; counts under {@link Coupling#CAPACITY} alone
     */
    public Scenario scenario(int hour, Coupling coupling, double siteCapacityMB) {
        List<SurveyedDevice> surveyed = hours.get(hour);
        Scenario scaledByHour =
                new GeoScenario("hour-" + hour, coupling, twins, PaperDefaults.ALPHA).build(sites, surveyed, SEED);
        List<Device> devices = new ArrayList<>();
        for (int n = 0; n < surveyed.size(); n++) {
            devices.add(scaled(scaledByHour.devices().get(n), surveyed.get(n).count()));
        }
        return new Scenario(
                scaledByHour.name(),
                scaledByHour.alpha(),
                coupling,
                scaledByHour.parameters(),
                scaledByHour.servers().stream()
                        .map(server -> limited(server, siteCapacityMB))
                        .toList(),
                scaledByHour.twins(),
                devices);
    }

    private static Server limited(Server server, double capacityMB) {
        return server instanceof EdgeServer edge
                ? PaperDefaults.edge(edge.id(), edge.x(), edge.y(), edge.clockGHz(), capacityMB)
                : server;
    }

    private Device scaled(Device device, OptionalDouble count) {
        if (count.isEmpty()) {
            return device;
        }
        double range = PaperDefaults.MAX_WORKLOAD_MB - PaperDefaults.MIN_WORKLOAD_MB;
        double share = most > least ? (count.getAsDouble() - least) / (most - least) : 0;
        return new Device(
                device.id(),
                device.twin(),
                device.x(),
                device.y(),
                PaperDefaults.MIN_WORKLOAD_MB + range * share,
                device.bandwidthMbps());
    }

    /** The middle of a twin's devices. */
    GeoPoint place(Scenario scenario, int twin) {
        List<GeoPoint> places = IntStream.range(0, scenario.devices().size())
                .filter(n -> scenario.devices().get(n).twin() == twin)
                .mapToObj(n -> hours.get(0).get(n).place())
                .toList();
        return new GeoPoint(
                places.stream().mapToDouble(GeoPoint::latitude).average().orElseThrow(),
                places.stream().mapToDouble(GeoPoint::longitude).average().orElseThrow());
    }
}
