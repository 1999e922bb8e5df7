package dev.twinplace.reports.experiment.city;

import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.GeoScenario;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.io.CountsCsvReader;
import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Melbourne on one day: pedestrian counters as devices, mobile base stations as edge servers, one scenario an hour. Twins,
 * sites and clocks are the same all day; workloads follow the counts on one scale for the day, the least of all hours 10 MB,
 * the largest 40 MB. Counters without counts keep one drawn workload.
 */
final class CityDay {
    private static final String SITES = "eua/site-optus-melbCBD.csv";
    private static final String DEVICES = "melbourne-sensors/sensor_locations.csv";
    private static final String COUNTS = "melbourne-sensors/pedestrian_03_2017.csv";
    private static final LocalDate DAY = LocalDate.of(2017, 3, 15);
    private static final int TWINS = 12;
    private static final long SEED = 1;

    private final List<Site> sites;
    private final List<List<SurveyedDevice>> hours;
    private final double least;
    private final double most;

    private CityDay(List<Site> sites, List<List<SurveyedDevice>> hours) {
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

    /** The first file that is not there. */
    static Optional<Path> missing(Path data) {
        return List.of(SITES, DEVICES, COUNTS).stream()
                .map(data::resolve)
                .filter(file -> !Files.exists(file))
                .findFirst();
    }

    /** Reads the first so many hours. */
    static CityDay read(Path data, int hours) {
        List<List<SurveyedDevice>> devices = IntStream.range(0, hours)
                .mapToObj(hour -> DeviceCsvReader.read(
                        data.resolve(DEVICES), CountsCsvReader.read(data.resolve(COUNTS), DAY.atTime(hour, 0))))
                .toList();
        return new CityDay(SiteCsvReader.read(data.resolve(SITES)), devices);
    }

    int hours() {
        return hours.size();
    }

    List<Site> sites() {
        return sites;
    }

    /** Devices without a count all day. */
    long uncounted() {
        return hours.get(0).stream().filter(device -> device.count().isEmpty()).count();
    }

    Scenario scenario(int hour) {
        List<SurveyedDevice> surveyed = hours.get(hour);
        Scenario scaledByHour = new GeoScenario("hour-" + hour, Coupling.CONTENTION, TWINS, PaperDefaults.ALPHA)
                .build(sites, surveyed, SEED);
        List<Device> devices = new ArrayList<>();
        for (int n = 0; n < surveyed.size(); n++) {
            devices.add(
                    scaledByDay(scaledByHour.devices().get(n), surveyed.get(n).count()));
        }
        return new Scenario(
                scaledByHour.name(),
                scaledByHour.alpha(),
                scaledByHour.coupling(),
                scaledByHour.parameters(),
                scaledByHour.servers(),
                scaledByHour.twins(),
                devices);
    }

    private Device scaledByDay(Device device, OptionalDouble count) {
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
