package dev.twinplace.decision.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.decision.SolutionSchema;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineDeciderTest {
    private static final LineSettings SETTINGS = new LineSettings("local-search", 1_000, 1);

    private static Scenario scenario(long seed) {
        return ScenarioGenerator.table2(Profile.CLUSTERED, Coupling.CAPACITY).generate(seed);
    }

    private static byte[] line(long seed) {
        return ScenarioWriter.line(scenario(seed)).getBytes(UTF_8);
    }

    @Test
    void aScenarioOnALineIsTheSameScenario() {
        String line = ScenarioWriter.line(scenario(3));
        assertFalse(line.contains("\n"));
        assertEquals(scenario(3), ScenarioReader.read("line", new ByteArrayInputStream(line.getBytes(UTF_8))));
    }

    @Test
    void aScenarioOfTooManyCellsIsRefusedBeforeItIsCompiled() {
        Scenario small = scenario(1);
        List<Server> servers = IntStream.range(0, 5_001)
                .<Server>mapToObj(s -> PaperDefaults.edge("edge-" + s, s, 0, 2, 100))
                .toList();
        List<String> twins =
                IntStream.range(0, 2_000).mapToObj(m -> "twin-" + m).toList();
        Scenario large =
                new Scenario("large", 0.5, Coupling.CAPACITY, small.parameters(), servers, twins, small.devices());
        LineAnswer answer =
                new LineDecider(SETTINGS).answer(ScenarioWriter.line(large).getBytes(UTF_8));
        assertFalse(answer.isAnswered());
        assertTrue(answer.json().contains("twins: must be at most 1999 on 5001 servers, but was 2000"), answer.json());
    }

    @Test
    void anAnswerIsThatOfSolveWithoutItsTime() {
        LineAnswer answer = new LineDecider(SETTINGS).answer(line(1));
        assertTrue(answer.isAnswered());
        assertEquals("", SolutionSchema.complaints(answer.json()));
        ScenarioQuestion question = ScenarioQuestion.of("input", scenario(1));
        BudgetedSolver solver =
                new BudgetedSolver("local-search", Solvers.create("local-search"), Budget.ofNodes(1_000), 1);
        StringWriter timed = new StringWriter();
        new AnswerJson(new PrintWriter(timed)).write(Answer.of(question, "local-search", solver.solve(question, 1)));
        assertEquals(
                timed.toString().strip().replaceFirst("\"elapsedMicros\":[0-9.E-]+", "\"elapsedMicros\":null"),
                answer.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-search", "greedy", "random", "ddl-price", "ejection-chain"})
    void theAnswerIsAFunctionOfTheLineOnAnyThreadInAnyOrder(String solver) {
        LineDecider decider = new LineDecider(new LineSettings(solver, 500, 7));
        List<byte[]> lines = new ArrayList<>(Stream.iterate(1L, seed -> seed + 1)
                .limit(24)
                .map(LineDeciderTest::line)
                .toList());
        lines.add("no scenario".getBytes(UTF_8));
        List<String> expected =
                lines.stream().map(line -> decider.answer(line).json()).toList();
        assertTrue(expected.stream().distinct().count() > 20, "the lines differ");
        List<Integer> order = new ArrayList<>(
                Stream.iterate(0, i -> i + 1).limit(lines.size()).toList());
        Collections.reverse(order);
        List<String> actual = order.parallelStream()
                .map(i -> new LineDecider(new LineSettings(solver, 500, 7))
                        .answer(lines.get(i))
                        .json())
                .toList();
        for (int i = 0; i < order.size(); i++) {
            assertEquals(expected.get(order.get(i)), actual.get(i));
        }
    }

    static List<byte[]> poison() {
        String text = ScenarioWriter.line(scenario(1));
        return List.of(
                new byte[0],
                " \t\r".getBytes(UTF_8),
                "{".getBytes(UTF_8),
                "[".repeat(200_000).getBytes(UTF_8),
                "{\"devices\":".repeat(100_000).getBytes(UTF_8),
                new byte[] {'"', (byte) 0xc3, '"'},
                new byte[] {0, 0, 0},
                "\"\\ud800\"".getBytes(UTF_8),
                text.replaceFirst("\"workloadMB\":", "\"workloadMB\":-").getBytes(UTF_8),
                text.replaceFirst("\"alpha\"", "\"alfa\\\\n\\\\u0000\"").getBytes(UTF_8),
                text.substring(0, text.length() / 2).getBytes(UTF_8),
                (text + text).getBytes(UTF_8),
                text.replaceAll("\"workloadMB\":[0-9.]+", "\"workloadMB\":1e308")
                        .getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void aLineThatIsNoScenarioIsAnErrorOnOneLine(byte[] line) {
        LineAnswer answer = new LineDecider(SETTINGS).answer(line);
        assertEquals(LineAnswer.Kind.REFUSED, answer.kind(), answer.json());
        assertTrue(answer.complaint().startsWith("input: "), answer.complaint());
        assertEquals("", SolutionSchema.complaints(answer.json()));
        assertFalse(answer.json().contains("\n"));
        assertEquals(answer, LineAnswer.parse(answer.json()));
    }

    private static String complaint(Runnable reading) {
        return assertThrows(InvalidInputException.class, reading::run).getMessage();
    }

    @ParameterizedTest
    @MethodSource("poison")
    void bytesAreReadAsAStreamIs(byte[] line) {
        byte[] within = new byte[line.length + 2];
        System.arraycopy(line, 0, within, 1, line.length);
        assertEquals(
                complaint(() ->
                        ScenarioQuestion.of("input", ScenarioReader.read("input", new ByteArrayInputStream(line)))),
                complaint(() -> ScenarioQuestion.of("input", ScenarioReader.read("input", within, 1, line.length))));
        for (Coupling coupling : Coupling.values()) {
            Scenario drawn =
                    ScenarioGenerator.table2(Profile.CLUSTERED, coupling).generate(5);
            byte[] text = ScenarioWriter.line(drawn).getBytes(UTF_8);
            assertEquals(drawn, ScenarioReader.read("input", text, 0, text.length));
        }
    }

    @Test
    void aLineThatIsTooLongIsRefusedByItsLengthAlone() {
        LineDecider decider = new LineDecider(SETTINGS);
        byte[] bytes = new byte[LineDecider.MAX_BYTES + 2];
        LineAnswer long1 = decider.answer(bytes, 0, bytes.length - 1, new CancellationToken())
                .orElseThrow();
        assertEquals("input: must have at most 67108864 bytes, but is longer", long1.complaint());
        assertEquals(long1, decider.answer(bytes));
    }

    private static LineAnswer answerOf(RuntimeException thrown) {
        BudgetedSolver broken = new BudgetedSolver(
                "broken",
                (SolveContext context) -> {
                    throw thrown;
                },
                Budget.UNLIMITED,
                1);
        return new LineDecider(broken, 1).answer(line(1));
    }

    @Test
    void anErrorOfOursIsAnErrorOfThatLine() {
        LineAnswer answer = answerOf(new IllegalStateException("a\nbug"));
        assertEquals(LineAnswer.Kind.FAILED, answer.kind());
        assertEquals("input: an error in Twinplace: java.lang.IllegalStateException: a\\u000abug", answer.complaint());
        assertEquals("", SolutionSchema.complaints(answer.json()));
        assertEquals(answer, LineAnswer.parse(answer.json()));
    }

    @Test
    void aProblemThatTheSolverDoesNotTakeIsRefused() {
        LineAnswer answer = answerOf(new UnsupportedProblemException("must be small"));
        assertEquals(LineAnswer.Kind.REFUSED, answer.kind());
        assertEquals("input: must be small", answer.complaint());
    }

    @Test
    void aCancelledSolveHasNoAnswer() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();
        byte[] line = line(1);
        assertEquals(Optional.empty(), new LineDecider(SETTINGS).answer(line, 0, line.length, cancelled));
    }

    @Test
    void settingsNameWhatIsWrong() {
        assertEquals(
                "nodes: must be at least 1, but was 0",
                assertThrows(IllegalArgumentException.class, () -> new LineSettings("greedy", 0, 1))
                        .getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new LineSettings("gready", 1, 1))
                .getMessage()
                .startsWith("solver: must be one of "));
    }
}
