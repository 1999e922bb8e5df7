package dev.twinplace.benchmarks.peers.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A published instance of generalised assignment, to be minimised.
 *
 * @param name of its file; the first letter is its type
 * @param agents servers
 * @param jobs twins
 * @param knownBound best known lower bound
 * @param bestKnown best known cost; the optimum if it equals the bound
 */
record PublishedInstance(String name, int agents, int jobs, long knownBound, long bestKnown) {
    private static final String OPTIMA = "optima.csv";
    private static final String HEADER = "instance,agents,jobs,min_lower_bound,min_best_known,max_optimum";

    /** OR-Library's small ones have names of another kind, and a benchmark of their own. */
    private static final String TYPED = "[a-e]\\d+";

    /**
     * The instances of types a to e of a folder, in the order of types and names.
     *
     * @throws IllegalArgumentException if its list of best known values is not as expected
     */
    static List<PublishedInstance> all(Path folder) throws IOException {
        Path file = folder.resolve(OPTIMA);
        List<String> lines = Files.readAllLines(file);
        if (!lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException(file + ": line 1: must be " + HEADER + ", but was " + lines.get(0));
        }
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[0].matches(TYPED))
                .map(PublishedInstance::of)
                .sorted((one, other) -> one.name.compareTo(other.name))
                .toList();
    }

    private static PublishedInstance of(String[] fields) {
        return new PublishedInstance(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    char type() {
        return name.charAt(0);
    }
}
