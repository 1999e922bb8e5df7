package dev.twinplace.decision;

import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The formats in which questions are written down. */
public enum QuestionFormat {
    /** {@code twinplace/scenario/1}, one question a file. */
    SCENARIO {
        @Override
        public List<Question> read(String name, Path file, Sense sense) {
            return List.of(ScenarioQuestion.of(name, ScenarioReader.read(file)));
        }

        @Override
        public List<Question> read(String name, InputStream bytes, Sense sense) {
            return List.of(ScenarioQuestion.of(name, ScenarioReader.read(name, bytes)));
        }
    },
    /** Generalised assignment in OR-Library's format, one or several questions a file. */
    ORLIB_GAP {
        @Override
        public List<Question> read(String name, Path file, Sense sense) {
            return assignment(name, OrLibraryReader.readAll(file, sense), sense);
        }

        @Override
        public List<Question> read(String name, InputStream bytes, Sense sense) {
            return assignment(name, OrLibraryReader.readAll(name, bytes, sense), sense);
        }
    };

    /**
     * The questions of a file, in its order; at least one.
     *
     * @param name what to call the file in answers
     * @param sense of costs that may be profits; a scenario's are always minimised
     * @throws dev.twinplace.io.InvalidInputException if the file cannot be read or is not of this format
     */
    public abstract List<Question> read(String name, Path file, Sense sense);

    /** As {@link #read(String, Path, Sense)}, from a stream that is read to its end; the caller closes it. */
    public abstract List<Question> read(String name, InputStream bytes, Sense sense);

    private static List<Question> assignment(String file, List<PlacementProblem> problems, Sense sense) {
        List<Question> questions = new ArrayList<>();
        for (PlacementProblem problem : problems) {
            String name = problems.size() == 1 ? file : file + "#" + (questions.size() + 1);
            questions.add(new AssignmentQuestion(file, name, sense, problem));
        }
        return questions;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return this == SCENARIO ? "scenario" : "orlib-gap";
    }
}
