package dev.twinplace.io;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** Writes scenario files: one server, twin or device on a line, numbers so that they read back as the same double. */
public final class ScenarioWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private static final Separators SPACING = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEntrySpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private ScenarioWriter() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(Scenario scenario, Path file) {
        AtomicFiles.write(file, out -> write(scenario, out));
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     */
    public static void write(Scenario scenario, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(new Layout(), new Unclosed(out))) {
            write(scenario, json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    /** The same on one line, without its end. */
    public static String line(Scenario scenario) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(scenario, json);
        }
        return text.toString();
    }

    private static void write(Scenario scenario, JsonGenerator json) {
        boolean isSecond = !scenario.constraints().equals(Constraints.NONE);
        ConstraintsWriter constraints = new ConstraintsWriter(scenario, json);
        json.writeStartObject();
        json.writeStringProperty("format", isSecond ? ScenarioReader.FORMAT_2 : ScenarioReader.FORMAT);
        json.writeStringProperty("name", scenario.name());
        json.writeNumberProperty("alpha", scenario.alpha());
        if (isSecond) {
            json.writeBooleanProperty("contention", scenario.coupling() == Coupling.CONTENTION);
        } else {
            json.writeStringProperty("coupling", scenario.coupling().id());
        }
        writeParameters(scenario.parameters(), json);
        json.writeArrayPropertyStart("servers");
        for (int s = 0; s < scenario.servers().size(); s++) {
            writeServer(scenario.servers().get(s), json);
            if (isSecond) {
                constraints.writeServer(s);
            } else if (scenario.servers().get(s).capacityMB() != Double.POSITIVE_INFINITY) {
                json.writeNumberProperty("capacityMB", scenario.servers().get(s).capacityMB());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("twins");
        for (int m = 0; m < scenario.twins().size(); m++) {
            constraints.writeTwin(m);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("devices");
        scenario.devices().forEach(device -> writeDevice(device, scenario, json));
        json.writeEndArray();
        constraints.writeGroups();
        constraints.writeTransmissions();
        json.writeEndObject();
    }

    private static void writeParameters(ModelParameters parameters, JsonGenerator json) {
        json.writeObjectPropertyStart("parameters");
        json.writeNumberProperty("instructionsPerByte", parameters.instructionsPerByte());
        json.writeNumberProperty("networkDiscount", parameters.networkDiscount());
        json.writeNumberProperty("radioConstant", parameters.radioConstant());
        json.writeEndObject();
    }

    /** Its beginning: what both formats have. */
    private static void writeServer(Server server, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", server.id());
        if (server instanceof EdgeServer edge) {
            json.writeStringProperty("kind", "edge");
            json.writeNumberProperty("x", edge.x());
            json.writeNumberProperty("y", edge.y());
        } else {
            json.writeStringProperty("kind", "cloud");
        }
        json.writeNumberProperty("clockGHz", server.clockGHz());
        json.writeNumberProperty("transmitMilliJoulePerMB", server.transmitMilliJoulePerMB());
        json.writeNumberProperty("computeMilliJoulePerGigaInstruction", server.computeMilliJoulePerGigaInstruction());
    }

    private static void writeDevice(Device device, Scenario scenario, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", device.id());
        json.writeStringProperty("twin", scenario.twins().get(device.twin()));
        json.writeNumberProperty("x", device.x());
        json.writeNumberProperty("y", device.y());
        json.writeNumberProperty("workloadMB", device.workloadMB());
        json.writeNumberProperty("bandwidthMbps", device.bandwidthMbps());
        json.writeEndObject();
    }

    /** Elements on lines of their own, objects on one. */
    private static final class Layout extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SPACING)
                    .withObjectIndenter(NopIndenter.instance())
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Keeps the generator from closing what is not its own. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
