package dev.twinplace.io;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the placement of a scenario that may have changed since: ids only, of any twins and servers. {@link PlacementReader}
 * reads one that must fit a scenario.
 */
public final class PreviousPlacementReader {
    private PreviousPlacementReader() {}

    /**
     * The id of each twin's server, in the order of the file; empty if the twin is unplaced.
     *
     * @throws InvalidInputException if the file cannot be read, is not a solution with a placement, or places a twin twice
     */
    public static Map<String, Optional<String>> read(Path file) {
        String source = file.toString();
        return TextFiles.read(file, text -> StrictJson.read(source, text, PreviousPlacementReader::read));
    }

    /** As {@link #read(Path)}, from a stream that is read to its end; the caller closes it. */
    public static Map<String, Optional<String>> read(String source, InputStream bytes) {
        return TextFiles.read(source, bytes, text -> StrictJson.read(source, text, PreviousPlacementReader::read));
    }

    private static Map<String, Optional<String>> read(StrictJson json) {
        Map<String, Optional<String>> serverOf = new LinkedHashMap<>();
        SolutionDocument.read(json, twin -> {
            if (serverOf.containsKey(twin)) {
                throw json.repeatedField();
            }
            serverOf.put(twin, json.isNull() ? Optional.empty() : Optional.of(json.string()));
        });
        return serverOf;
    }
}
