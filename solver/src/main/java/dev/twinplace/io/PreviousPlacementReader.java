package dev.twinplace.io;

import dev.twinplace.model.PrintableText;
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
     * @throws InvalidInputException if the file cannot be read, is not a solution with a placement, places a twin twice, or has an
     *     id that cannot be printed
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
            requirePrintable(json, twin);
            Optional<String> server = json.isNull() ? Optional.empty() : Optional.of(json.string());
            server.ifPresent(id -> requirePrintable(json, id));
            serverOf.put(twin, server);
        });
        return serverOf;
    }

    /** Ids of what the scenario no longer has are printed too. */
    private static void requirePrintable(StrictJson json, String id) {
        if (id.isBlank() || !PrintableText.isPrintable(id)) {
            throw json.fail("must have printable ids only, but has "
                    + (id.isBlank() ? "a blank one" : InvalidInputException.quote(id)));
        }
    }
}
