package dev.twinplace.io;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads scenario files, {@code "format":"twinplace/scenario/1"}, strictly: every field must be known, there once and of its
 * type. Fields may come in any order. Streams, in time and memory linear in the number of devices.
 *
 * <p>{@code scenario-1.schema.json} beside this class describes the format for other tools.
 */
public final class ScenarioReader {
    /** What the field {@code format} must say. */
    public static final String FORMAT = "twinplace/scenario/1";

    private static final List<String> FIELDS =
            List.of("format", "name", "alpha", "coupling", "parameters", "servers", "twins", "devices");

    private static final int UNKNOWN = -1;

    private final String source;
    private final StrictJson json;
    private final Set<String> seen = new HashSet<>();

    private String name;
    private double alpha;
    private Coupling coupling;
    private ModelParameters parameters;
    private final List<Server> servers = new ArrayList<>();
    private final List<String> twins = new ArrayList<>();

    /** Their twins are numbered by {@link #twinNumbers} until all is read. */
    private final List<Device> devices = new ArrayList<>();

    /** Every name of a twin in the order of its first mention, by a device or among the twins. */
    private final Object2IntLinkedOpenHashMap<String> twinNumbers = new Object2IntLinkedOpenHashMap<>();

    private ScenarioReader(String source, StrictJson json) {
        this.source = source;
        this.json = json;
        twinNumbers.defaultReturnValue(UNKNOWN);
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

    private Scenario read() {
        json.object(this::readField);
        for (String field : FIELDS) {
            if (!seen.contains(field)) {
                throw json.missingField(field);
            }
        }
        List<Device> resolved = resolveTwins();
        try {
            return new Scenario(name, alpha, coupling, parameters, servers, twins, resolved);
        } catch (InvalidValueException e) {
            throw new InvalidInputException(source, e.getMessage(), e);
        }
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
            case "twins" -> json.array(this::readTwin);
            default -> readDevices();
        }
    }

    private void readFormat() {
        String format = json.string();
        if (!format.equals(FORMAT)) {
            throw json.fail("must be " + FORMAT + ", but was " + InvalidInputException.quote(format));
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
                List.of("id", "kind"),
                List.of(
                        "x",
                        "y",
                        "clockGHz",
                        "transmitMilliJoulePerMB",
                        "computeMilliJoulePerGigaInstruction",
                        "capacityMB"));
        json.array(() -> {
            fields.read();
            try {
                servers.add(server(fields));
            } catch (InvalidValueException e) {
                throw failWithin("servers", servers.size(), e);
            }
        });
    }

    private static Server server(FlatObject fields) {
        String id = fields.string("id");
        String kind = fields.string("kind");
        double clock = fields.number("clockGHz");
        double transmit = fields.number("transmitMilliJoulePerMB");
        double compute = fields.number("computeMilliJoulePerGigaInstruction");
        double capacity = fields.has("capacityMB") ? fields.number("capacityMB") : Double.POSITIVE_INFINITY;
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

    private void readTwin() {
        String twin = json.string();
        twins.add(twin);
        twinNumbers.putIfAbsent(twin, twinNumbers.size());
    }

    private void readDevices() {
        FlatObject fields =
                new FlatObject(json, List.of("id", "twin"), List.of("x", "y", "workloadMB", "bandwidthMbps"));
        json.array(() -> {
            fields.read();
            String twin = fields.string("twin");
            int known = twinNumbers.putIfAbsent(twin, twinNumbers.size());
            int number = known == UNKNOWN ? twinNumbers.size() - 1 : known;
            try {
                devices.add(new Device(
                        fields.string("id"),
                        number,
                        fields.number("x"),
                        fields.number("y"),
                        fields.number("workloadMB"),
                        fields.number("bandwidthMbps")));
            } catch (InvalidValueException e) {
                throw failWithin("devices", devices.size(), e);
            }
        });
    }

    /** The devices with indices into {@link #twins}, which are the numbers they have if the twins were read first. */
    private List<Device> resolveTwins() {
        String[] mentioned = twinNumbers.keySet().toArray(String[]::new);
        int[] indexOf = indicesOf(mentioned);
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            int index = indexOf[device.twin()];
            if (index == UNKNOWN) {
                String twin = InvalidInputException.quote(mentioned[device.twin()]);
                throw new InvalidInputException(
                        source, "devices[" + n + "].twin: must be one of the twins, but was " + twin);
            }
            if (index != device.twin()) {
                devices.set(
                        n,
                        new Device(
                                device.id(),
                                index,
                                device.x(),
                                device.y(),
                                device.workloadMB(),
                                device.bandwidthMbps()));
            }
        }
        return devices;
    }

    private int[] indicesOf(String[] mentioned) {
        int[] indexOf = new int[mentioned.length];
        Arrays.fill(indexOf, UNKNOWN);
        for (int m = 0; m < twins.size(); m++) {
            indexOf[twinNumbers.getInt(twins.get(m))] = m;
        }
        return indexOf;
    }

    private InvalidInputException failWithin(String list, int index, InvalidValueException e) {
        return new InvalidInputException(
                source, e.within(list + "[" + index + "]").getMessage(), e);
    }
}
