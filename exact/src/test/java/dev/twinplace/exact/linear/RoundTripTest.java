package dev.twinplace.exact.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.BruteForce;
import dev.twinplace.testing.RandomProblems;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ExpressionsBasedModel.FileFormat;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.type.context.NumberContext;

/** What is written is read by a foreign program, which finds the same optimum. */
class RoundTripTest {
    private static String write(PlacementProblem problem, FileFormat format) {
        LinearProgram program = Linearisation.of(problem);
        List<String> comments = List.of("a comment: with <= and End");
        StringWriter text = new StringWriter();
        if (format == FileFormat.LP) {
            LpWriter.write(program, comments, new PrintWriter(text));
        } else {
            MpsWriter.write(program, comments, new PrintWriter(text));
        }
        return text.toString();
    }

    private static ExpressionsBasedModel read(String text, FileFormat format) {
        ExpressionsBasedModel model =
                ExpressionsBasedModel.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
        model.options.feasibility = NumberContext.of(9, 7);
        model.options.solution = NumberContext.of(12, 14);
        return model;
    }

    @ParameterizedTest
    @EnumSource(names = {"LP", "MPS"})
    void ojAlgoReadsItAndFindsTheSameOptimum(FileFormat format) {
        int feasible = 0;
        for (int seed = 0; seed < 200; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BruteForce truth = BruteForce.solve(problem);
            Optimisation.Result result = read(write(problem, format), format).minimise();
            String what = format + ", " + RandomProblems.kindOf(seed) + ", seed " + seed;
            assertEquals(truth.isFeasible(), result.getState().isFeasible(), what);
            if (truth.isFeasible()) {
                assertEquals(truth.cost(), result.getValue(), 1e-6 * (1 + Math.abs(truth.cost())), what);
                feasible++;
            }
        }
        assertTrue(feasible > 100);
    }

    @Test
    void everyNumberIsWrittenToTheLastBit() {
        PlacementProblem problem = RandomProblems.tiny(4);
        for (Function<PlacementProblem, String> writer : List.<Function<PlacementProblem, String>>of(
                p -> write(p, FileFormat.LP), p -> write(p, FileFormat.MPS))) {
            String text = writer.apply(problem);
            for (int m = 0; m < problem.twins(); m++) {
                assertTrue(text.contains(Double.toString(problem.work(m))), text);
            }
        }
    }

    @Test
    void noLineOfALpFileIsTooLongForOldReaders() {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION_AND_CAPACITY, 100, 12, 1);
        Stream<String> lines = write(problem, FileFormat.LP).lines();
        assertTrue(lines.allMatch(line -> line.length() <= 255));
    }
}
