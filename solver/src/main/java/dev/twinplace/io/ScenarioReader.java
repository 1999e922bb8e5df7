package dev.twinplace.io;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Reads scenario files, {@code "format":"twinplace/scenario/1"} and {@code /2}, strictly: every field must be known, there
 * once and of its type. Fields may come in any order. Streams, in time and memory linear in the number of devices.
 *
 * <p>{@code scenario-1.schema.json} and {@code scenario-2.schema.json} beside this class describe the formats for other
 * tools.
 */
public final class ScenarioReader {
    /** The paper's model. */
    public static final String FORMAT = "twinplace/scenario/1";

    /** The paper's model with {@link dev.twinplace.model.Constraints}. */
    public static final String FORMAT_2 = "twinplace/scenario/2";

    private static final List<String> REQUIRED =
            List.of("format", "name", "alpha", "parameters", "servers", "twins", "devices");

    private static final List<String> FIELDS = List.of(
            "format",
            "name",
            "alpha",
            "coupling",
            "contention",
            "parameters",
            "servers",
            "twins",
            "devices",
            "groups",
            "transmissionSeconds");

    private final String source;
    private final StrictJson json;
    private final Set<String> seen = new HashSet<>();

    private final ConstraintsReader constraints;
    private String format;
    private String name;
    private double alpha;
    private Coupling coupling;
    private boolean contention;
    private String firstCapacityMB = "";
    private ModelParameters parameters;
    private final List<Server> servers = new ArrayList<>();
    private final List<String> twins = new ArrayList<>();

    /** Their twins are numbered by {@link #mentions} until all is read. */
    private final List<Device> devices = new ArrayList<>();

    private final TwinMentions mentions = new TwinMentions();

    private ScenarioReader(String source, StrictJson json) {
        this.source = source;
        this.json = json;
        constraints = new ConstraintsReader(json);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is not a scenario
     */
    public static Scenario read(Path file) {
        String source = file.toString();
        return TextFiles.read(
                file, text -> StrictJson.read(source, text, json -> new ScenarioReader(source, json).read()));
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param source what to call it in messages
     * @throws InvalidInputException if it cannot be read or is not a scenario
     */
    public static Scenario read(String source, InputStream bytes) {
        return TextFiles.read(
                source, bytes, text -> StrictJson.read(source, text, json -> new ScenarioReader(source, json).read()));
    }

    /** As above, from a part of an array; faster where that is ASCII. */
    public static Scenario read(String source, byte[] bytes, int offset, int length) {
        return StrictJson.isAscii(bytes, offset, length)
                ? StrictJson.readAscii(source, bytes, offset, length, json -> new ScenarioReader(source, json).read())
                : read(source, new ByteArrayInputStream(bytes, offset, length));
    }

    private Scenario read() {
        json.object(this::readField);
        REQUIRED.forEach(this::require);
        boolean isSecond = format.equals(FORMAT_2);
        require(isSecond ? "contention" : "coupling");
        requireAbsent(isSecond ? FORMAT_2 : FORMAT, isSecond ? firstOfOne() : firstOfTwo());
        List<Device> resolved = mentions.resolve(source, devices, twins);
        try {
            return isSecond
                    ? new Scenario(
                            name,
                            alpha,
                            contention ? Coupling.CONTENTION : Coupling.INDEPENDENT,
                            parameters,
                            servers,
                            twins,
                            resolved,
                            constraints.constraints())
                    : new Scenario(name, alpha, coupling, parameters, servers, twins, resolved);
        } catch (InvalidValueException e) {
            throw new InvalidInputException(source, e.getMessage(), e);
        }
    }

    private void require(String field) {
        if (!seen.contains(field)) {
            throw json.missingField(field);
        }
    }

    private void requireAbsent(String version, String path) {
        if (!path.isEmpty()) {
            throw new InvalidInputException(source, path + ": must be absent from " + version);
        }
    }

    /** Where something stands that only the first format knows; empty if nowhere. */
    private String firstOfOne() {
        return seen.contains("coupling") ? "coupling" : firstCapacityMB;
    }

    private String firstOfTwo() {
        return seen.contains("contention") ? "contention" : constraints.firstUse();
    }

    private void readField(String field) {
        if (!FIELDS.contains(field)) {
            throw json.unknownField(FIELDS);
        }
        if (!seen.add(field)) {
            throw json.repeatedField();
        }
        switch (field) {
            case "format" -> readFormat();
            case "name" -> name = json.string();
            case "alpha" -> alpha = json.number();
            case "coupling" -> coupling = readCoupling();
            case "parameters" -> readParameters();
            case "servers" -> readServers();
            case "twins" -> readElements("twins", twins::size, this::readTwin);
            case "contention" -> contention = json.bool();
            case "groups" -> within("groups", constraints::groups, constraints::readGroups);
            case "transmissionSeconds" ->
                within("transmissionSeconds", constraints::transmissions, constraints::readTransmissions);
            default -> readDevices();
        }
    }

    private void readFormat() {
        format = json.string();
        if (!format.equals(FORMAT) && !format.equals(FORMAT_2)) {
            throw json.fail(
                    "must be " + FORMAT + " or " + FORMAT_2 + ", but was " + InvalidInputException.quote(format));
        }
    }

    private Coupling readCoupling() {
        String id = json.string();
        try {
            return Coupling.ofId(id);
        } catch (IllegalArgumentException e) {
            throw json.fail("must be independent, capacity or contention, but was " + InvalidInputException.quote(id));
        }
    }

    private void readParameters() {
        FlatObject fields =
                new FlatObject(json, List.of(), List.of("instructionsPerByte", "networkDiscount", "radioConstant"));
        fields.read();
        try {
            parameters = new ModelParameters(
                    fields.number("instructionsPerByte"),
                    fields.number("networkDiscount"),
                    fields.number("radioConstant"));
        } catch (InvalidValueException e) {
            throw new InvalidInputException(source, e.within("parameters").getMessage(), e);
        }
    }

    private void readServers() {
        FlatObject fields = new FlatObject(
                json,
                List.of("id", "kind", "status"),
                List.of(
                        "x",
                        "y",
                        "clockGHz",
                        "transmitMilliJoulePerMB",
                        "computeMilliJoulePerGigaInstruction",
                        "capacityMB"),
                constraints.serverMembers());
        readElements("servers", servers::size, () -> {
            fields.read();
            servers.add(server(fields));
        });
    }

    private Server server(FlatObject fields) {
        String id = fields.string("id");
        String kind = fields.string("kind");
        double clock = fields.number("clockGHz");
        double transmit = fields.number("transmitMilliJoulePerMB");
        double compute = fields.number("computeMilliJoulePerGigaInstruction");
        if (fields.has("capacityMB") && firstCapacityMB.isEmpty()) {
            firstCapacityMB = "servers[" + servers.size() + "].capacityMB";
        }
        double capacity = constraints
                .endServer(fields.has("status") ? Optional.of(fields.string("status")) : Optional.empty())
                .orElse(fields.numberOr("capacityMB", Double.POSITIVE_INFINITY));
        return switch (kind) {
            case "edge" ->
                new EdgeServer(id, fields.number("x"), fields.number("y"), clock, transmit, compute, capacity);
            case "cloud" -> {
                requireAbsentFromCloud("x", fields);
                requireAbsentFromCloud("y", fields);
                yield new CloudServer(id, clock, transmit, compute, capacity);
            }
            default ->
                throw new InvalidValueException(
                        "kind", "must be edge or cloud, but was " + InvalidInputException.quote(kind));
        };
    }

    private static void requireAbsentFromCloud(String coordinate, FlatObject fields) {
        if (fields.has(coordinate)) {
            throw new InvalidValueException(
                    coordinate,
                    "must be absent from a cloud, which has no place, but was " + fields.number(coordinate));
        }
    }

    /** Reads a list; what is wrong with a value of an element is said with the element's index. */
    private void readElements(String list, IntSupplier size, Runnable element) {
        within(list, size, () -> json.array(element));
    }

    private void within(String list, IntSupplier index, Runnable reader) {
        try {
            reader.run();
        } catch (InvalidValueException e) {
            throw failWithin(list, index.getAsInt(), e);
        }
    }

    private void readTwin() {
        String twin = constraints.readTwin();
        twins.add(twin);
        mentions.of(twin);
    }

    private void readDevices() {
        FlatObject fields =
                new FlatObject(json, List.of("id", "twin"), List.of("x", "y", "workloadMB", "bandwidthMbps"));
        readElements("devices", devices::size, () -> {
            fields.read();
            String twin = fields.string("twin");
            int number = mentions.of(twin);
            devices.add(new Device(
                    fields.string("id"),
                    number,
                    fields.number("x"),
                    fields.number("y"),
                    fields.number("workloadMB"),
                    fields.number("bandwidthMbps")));
        });
    }

    private InvalidInputException failWithin(String list, int index, InvalidValueException e) {
        return new InvalidInputException(
                source, e.within(list + "[" + index + "]").getMessage(), e);
    }
}
