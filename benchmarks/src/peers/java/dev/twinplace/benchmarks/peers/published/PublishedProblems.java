package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.AssignmentFamilies;
import dev.twinplace.benchmarks.peers.contest.ProblemSource;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import java.nio.file.Path;

/** The problems in the files of a folder; a kind is a file's name. */
final class PublishedProblems implements ProblemSource {
    private static final String OTHER_TYPES = "ab";

    private final Path folder;

    PublishedProblems(Path folder) {
        this.folder = folder;
    }

    @Override
    public PlacementProblem problem(String kind, long seed) {
        return OrLibraryReader.readAll(folder.resolve(kind), Sense.MIN).get(0);
    }

    /** Of the same type and size; of type c for a and b. */
    @Override
    public PlacementProblem another(String kind) {
        PlacementProblem problem = problem(kind, 0);
        String type = kind.substring(0, 1);
        return AssignmentFamilies.of(
                OTHER_TYPES.contains(type) ? "c" : type, problem.servers(), problem.twins(), kind.hashCode());
    }
}
