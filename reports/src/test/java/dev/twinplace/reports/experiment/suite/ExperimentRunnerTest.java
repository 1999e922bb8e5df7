package dev.twinplace.reports.experiment.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentRunnerTest {
    private static final int PARTS = 5;

    @TempDir
    private Path folder;

    private RunSettings settings(boolean resumes, String commit) {
        return new RunSettings(folder, Scale.TINY, resumes, 1, Optional.of(commit));
    }

    private Path run(Experiment experiment, boolean resumes) {
        return new ExperimentRunner(settings(resumes, "abc"), new SilentProgress()).run(experiment);
    }

    /** Squares, some of which cannot be had. */
    private static final class Squares implements Experiment {
        private final AtomicInteger computed = new AtomicInteger();
        private final int failing;

        Squares(int failing) {
            this.failing = failing;
        }

        @Override
        public String name() {
            return "squares";
        }

        @Override
        public String title() {
            return "Squares";
        }

        @Override
        public String question() {
            return "What are squares?";
        }

        @Override
        public Findings run(PartRunner runner) {
            List<Table> parts = runner.together(IntStream.range(0, PARTS)
                    .mapToObj(i -> new ExperimentPart("square of " + i, () -> square(i)))
                    .toList());
            return new Findings(List.of(1L), List.of(), List.of(Table.joined("squares", "Squares", parts)));
        }

        private Table square(int i) {
            if (i == failing) {
                throw new IllegalStateException("no square of " + i);
            }
            computed.incrementAndGet();
            return new TableBuilder("part", "")
                    .numbers("count", "x", "square")
                    .row(i, Math.sqrt(2) * i * i)
                    .build();
        }
    }

    @Test
    void whatWasDoneBeforeAnInterruptionIsNotDoneAgain() throws IOException {
        Table whole = ResultFiles.readExperiment(run(new Squares(-1), false)).table("squares");
        Files.delete(folder.resolve("squares.json"));
        assertThrows(IllegalStateException.class, () -> run(new Squares(3), false));
        assertTrue(Files.exists(settings(true, "abc").partsOf("squares")));
        Squares rest = new Squares(-1);
        Path file = run(rest, true);
        assertEquals(whole, ResultFiles.readExperiment(file).table("squares"));
        assertTrue(rest.computed.get() <= PARTS - 3, "computed " + rest.computed);
        assertFalse(Files.exists(settings(true, "abc").partsOf("squares")));
    }

    @Test
    void withoutResumeAndForOtherSourcesEverythingIsDoneAnew() {
        assertThrows(IllegalStateException.class, () -> run(new Squares(3), false));
        Squares otherSources = new Squares(-1);
        new ExperimentRunner(settings(true, "def"), new SilentProgress()).run(otherSources);
        assertEquals(PARTS, otherSources.computed.get());
        assertThrows(IllegalStateException.class, () -> run(new Squares(3), false));
        Squares anew = new Squares(-1);
        run(anew, false);
        assertEquals(PARTS, anew.computed.get());
    }

    @Test
    void aResultOfTheSameCommandIsDone() throws IOException {
        Squares squares = new Squares(-1);
        ExperimentRunner resuming = new ExperimentRunner(settings(true, "def"), new SilentProgress());
        assertFalse(resuming.isDone(squares));
        Path file = run(squares, false);
        assertTrue(resuming.isDone(squares));
        assertFalse(new ExperimentRunner(settings(false, "abc"), new SilentProgress()).isDone(squares));
        RunSettings full = new RunSettings(folder, Scale.FULL, true, 1, Optional.empty());
        assertFalse(new ExperimentRunner(full, new SilentProgress()).isDone(squares));
        Files.writeString(file, "{");
        assertThrows(InvalidInputException.class, () -> resuming.isDone(squares));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap", "ensemble-size", "portability"})
    void theSameRunGivesTheSameTablesOnAnyNumberOfThreads(String name) {
        Experiment experiment = Experiments.named(name);
        List<Table> tables = ResultFiles.readExperiment(run(experiment, false)).tables();
        RunSettings parallel = new RunSettings(folder, Scale.TINY, false, 3, Optional.empty());
        Path file = new ExperimentRunner(parallel, new SilentProgress()).run(experiment);
        assertEquals(tables, ResultFiles.readExperiment(file).tables());
    }
}
