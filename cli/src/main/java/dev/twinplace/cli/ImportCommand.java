package dev.twinplace.cli;

import dev.twinplace.decision.ScenarioWarnings;
import dev.twinplace.geo.GeoScenario;
import dev.twinplace.geo.Site;
import dev.twinplace.geo.SurveyedDevice;
import dev.twinplace.io.CountsCsvReader;
import dev.twinplace.io.DeviceCsvReader;
import dev.twinplace.io.SiteCsvReader;
import dev.twinplace.model.Scenario;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            "Every site becomes an edge server; a cloud is added. Devices are grouped into twins by place. Values that"
                    + " the files do not have are those of the paper's Table 2, or drawn: the edges' clocks, and workloads"
                    + " without counts. The same files and options give the same scenario."
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

    @Option(names = "--twins", required = true, paramLabel = "M", description = "Number of twins.")
    private int twins;

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
        List<Site> surveyedSites = SiteCsvReader.read(Streams.path(sites));
        List<SurveyedDevice> surveyedDevices = readDevices();
        String title = name == null ? "import-" + options.seed : name;
        Scenario scenario = Usage.valid(
                spec,
                () -> new GeoScenario(title, options.coupling, twins, options.alpha)
                        .build(surveyedSites, surveyedDevices, options.seed));
        Warnings.print(spec.commandLine().getErr(), Streams.outputName(options.output), ScenarioWarnings.of(scenario));
        Streams.writeScenario(scenario, options.output, spec.commandLine().getOut());
        return ExitStatus.OK;
    }

    private List<SurveyedDevice> readDevices() {
        Path file = Streams.path(devices);
        if (counts == null) {
            return DeviceCsvReader.read(file);
        }
        List<SurveyedDevice> counted = DeviceCsvReader.read(file, CountsCsvReader.read(Streams.path(counts), at));
        long without =
                counted.stream().filter(device -> device.count().isEmpty()).count();
        if (without > 0) {
            String warning = without + " of " + counted.size() + " devices have no count for " + at
                    + "; their workload is drawn by the seed";
            Warnings.print(spec.commandLine().getErr(), counts, List.of(warning));
        }
        return counted;
    }
}
