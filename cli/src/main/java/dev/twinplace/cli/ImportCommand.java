package dev.twinplace.cli;

import dev.twinplace.decision.ScenarioWarnings;
import dev.twinplace.geo.GeoScenario;
import dev.twinplace.geo.GreatCircles;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.io.BadRows;
import dev.twinplace.io.Counts;
import dev.twinplace.io.CountsCsvReader;
import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.LatencyCsvReader;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.io.SurveyColumns;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code twinplace import}. */
@Command(
        name = "import",
        description = {
            "Builds a scenario from real sites and devices.",
            "",
            "Every site becomes an edge server; a cloud is added. Values that the files do not have are those of the"
                    + " paper's Table 2, or drawn: the edges' clocks, workloads without counts, and twins, which are"
                    + " groups by place. What was drawn is said. The same files and options give the same scenario."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--sites",
            required = true,
            paramLabel = "CSV",
            description = "Sites, with columns for latitude and longitude, found by name.")
    private String sites;

    @Option(
            names = "--devices",
            required = true,
            paramLabel = "CSV",
            description = "Devices, with columns for latitude and longitude, found by name.")
    private String devices;

    @Option(
            names = "--counts",
            paramLabel = "CSV",
            description = "Hourly counts: columns Date and Hour, and one for every device by name. They are scaled to"
                    + " workloads from 10 to 40 MB; without them workloads are drawn. Needs --at.")
    private String counts;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = HourConverter.class,
            description = "The hour of the counts, like 2017-03-15T08.")
    private LocalDateTime at;

    @Option(
            names = "--column",
            paramLabel = "FIELD=NAME",
            description = "Column of the sites or devices that holds a field, once for each. Fields of sites: siteId,"
                    + " siteLatitude, siteLongitude, clockGHz, capacityMB, capacity.RESOURCE, labels. Fields of devices:"
                    + " deviceId, deviceLatitude, deviceLongitude, twin, workloadMB, bandwidthMbps, demandMB,"
                    + " demand.RESOURCE. RESOURCE is any name, like memoryGB.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--latencies",
            paramLabel = "CSV",
            description = "Measured latencies in place of the model's: columns device, server and seconds.")
    private String latencies;

    @Option(
            names = "--skip-bad-rows",
            description =
                    "Skips rows of the sites, devices and latencies that cannot be read, and says how many and why.")
    private boolean skipsBadRows;

    @Option(
            names = "--twins",
            paramLabel = "M",
            description = "Number of twins; needed unless --column names that of twin.")
    private Integer twins;

    @Option(names = "--name", description = "Name of the scenario (default: import-<seed>).")
    private String name;

    /** Reads {@code 2017-03-15T08}. */
    static final class HourConverter implements ITypeConverter<LocalDateTime> {
        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT);

        @Override
        public LocalDateTime convert(String text) {
            try {
                return LocalDateTime.parse(text, FORM);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("must be an hour like 2017-03-15T08, but was " + text);
            }
        }
    }

    @Override
    public Integer call() {
        Usage.require(spec, (counts == null) == (at == null), "--counts and --at: must be given together");
        SurveyColumns names = Usage.valid(spec, () -> new SurveyColumns(columns));
        Usage.require(
                spec,
                names.has("twin") == (twins == null),
                "--twins: must be given if --column does not name that of twin, and not otherwise");
        Usage.require(
                spec,
                !names.hasCapacities() || options.coupling != Coupling.INDEPENDENT,
                "--column of a capacity: must be used with --coupling capacity or contention, but it is independent");
        List<Site> surveyedSites = reading(sites, bad -> SiteCsvReader.read(Streams.path(sites), names, bad));
        List<SurveyedDevice> surveyedDevices = readDevices(names);
        List<MeasuredTransmission> measured = readLatencies(surveyedSites, surveyedDevices);
        String title = name == null ? "import-" + options.seed : name;
        Scenario scenario = Usage.valid(
                spec,
                () -> new GeoScenario(title, options.coupling, twins == null ? 1 : twins, options.alpha)
                        .build(surveyedSites, surveyedDevices, measured, options.seed));
        warn(surveyedSites, surveyedDevices, measured, scenario);
        Streams.writeScenario(scenario, options.output, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private void warn(
            List<Site> surveyedSites,
            List<SurveyedDevice> surveyedDevices,
            List<MeasuredTransmission> measured,
            Scenario scenario) {
        PrintWriter err = spec.commandLine().getErr();
        List<String> drawn = new SurveyGaps(surveyedSites, surveyedDevices).texts();
        drawn.forEach(text -> err.println("drawn by seed " + options.seed + ": " + text));
        String output = Streams.outputName(options.output);
        Warnings.print(err, output, ScenarioWarnings.of(scenario));
        if (scenario.constraints().transmissions().size() > measured.size()) {
            GreatCircles.warning(surveyedSites, surveyedDevices)
                    .ifPresent(text -> Warnings.print(err, devices, List.of(text)));
            Warnings.print(
                    err,
                    output,
                    List.of("transmissionSeconds: are along great circles, for the region is too wide for a plane"));
        }
    }

    /** Reads a file and says what was skipped of it. */
    private <T> T reading(String file, Function<BadRows, T> reader) {
        BadRows bad = skipsBadRows ? BadRows.skipped() : BadRows.refused();
        T read = reader.apply(bad);
        if (bad.count() > 0) {
            PrintWriter err = spec.commandLine().getErr();
            Warnings.print(err, file, List.of("rows skipped: " + bad.count() + "; the first reasons:"));
            Warnings.print(err, bad.reasons());
        }
        return read;
    }

    private List<MeasuredTransmission> readLatencies(List<Site> known, List<SurveyedDevice> surveyed) {
        if (latencies == null) {
            return List.of();
        }
        Set<String> servers = known.stream().map(Site::id).collect(Collectors.toSet());
        servers.add(PaperDefaults.cloud().id());
        Set<String> ids = surveyed.stream().map(SurveyedDevice::id).collect(Collectors.toSet());
        return reading(latencies, bad -> LatencyCsvReader.read(Streams.path(latencies), ids, servers, bad));
    }

    private List<SurveyedDevice> readDevices(SurveyColumns names) {
        Optional<Counts> known =
                counts == null ? Optional.empty() : Optional.of(CountsCsvReader.read(Streams.path(counts), at));
        List<SurveyedDevice> read =
                reading(devices, bad -> DeviceCsvReader.read(Streams.path(devices), known, names, bad));
        long without = read.stream().filter(device -> device.count().isEmpty()).count();
        if (known.isPresent() && without > 0) {
            String warning = without + " of " + read.size() + " devices have no count for " + at;
            Warnings.print(spec.commandLine().getErr(), counts, List.of(warning));
        }
        return read;
    }
}
