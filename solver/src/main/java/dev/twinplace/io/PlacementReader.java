package dev.twinplace.io;

import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the placement of a scenario from a solution, {@code "format":"twinplace/solution/2"}: what its field {@code placement}
 * says, an object from twin to server, null for one that is left unplaced. Other fields are passed over, so a placement from
 * elsewhere needs these two only.
 */
public final class PlacementReader {
    private static final int MISSING = -2;

    private final String source;
    private final StrictJson json;
    private final Scenario scenario;
    private final Map<String, Integer> twins = new HashMap<>();
    private final Map<String, Integer> servers = new HashMap<>();
    private final int[] serverOf;

    private PlacementReader(String source, StrictJson json, Scenario scenario) {
        this.source = source;
        this.json = json;
        this.scenario = scenario;
        for (int m = 0; m < scenario.twins().size(); m++) {
            twins.put(scenario.twins().get(m), m);
        }
        for (int s = 0; s < scenario.servers().size(); s++) {
            servers.put(scenario.servers().get(s).id(), s);
        }
        serverOf = new int[scenario.twins().size()];
        Arrays.fill(serverOf, MISSING);
    }

    /**
     * The index of each twin's server, or {@link Outcome#UNPLACED}.
     *
     * @throws InvalidInputException if the file cannot be read, is not a solution with a placement, or names twins or servers
     *     that the scenario does not have, or not all of its twins
     */
    public static int[] read(Path file, Scenario scenario) {
        String source = file.toString();
        return TextFiles.read(
                file,
                text -> StrictJson.read(source, text, json -> new PlacementReader(source, json, scenario).read()));
    }

    /** As {@link #read(Path, Scenario)}, from a stream that is read to its end; the caller closes it. */
    public static int[] read(String source, InputStream bytes, Scenario scenario) {
        return TextFiles.read(
                source,
                bytes,
                text -> StrictJson.read(source, text, json -> new PlacementReader(source, json, scenario).read()));
    }

    private int[] read() {
        SolutionDocument.read(json, this::readTwin);
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == MISSING) {
                throw new InvalidInputException(
                        source,
                        "placement: must say where "
                                + InvalidInputException.quote(scenario.twins().get(m)) + " is, but does not");
            }
        }
        return serverOf;
    }

    private void readTwin(String twin) {
        Integer m = twins.get(twin);
        if (m == null) {
            throw json.fail("must be one of the scenario's twins");
        }
        if (serverOf[m] != MISSING) {
            throw json.repeatedField();
        }
        if (json.isNull()) {
            serverOf[m] = Outcome.UNPLACED;
            return;
        }
        String server = json.string();
        Integer s = servers.get(server);
        if (s == null) {
            throw json.fail("must be the id of a server, but was " + InvalidInputException.quote(server));
        }
        serverOf[m] = s;
    }
}
