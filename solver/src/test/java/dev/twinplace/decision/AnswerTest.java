package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.MadeResult;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.io.Sense;
import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.Scenarios;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerTest {
    private static final int EDGE = 0;
    private static final int CLOUD = 1;
    private static final String WORKLOAD = "workloadMB";

    /** Transmission to the edge takes w·1 s, to the cloud w/(0.125·8·1) = w s; execution 1 s per MB on 1 GHz. */
    private static Scenario twoTwins(Coupling coupling) {
        return new Scenario(
                "by hand",
                0.5,
                coupling,
                new ModelParameters(1000, 1, 10),
                List.of(new EdgeServer("e, \"1\"", 0, 0, 1, 0, 0.5, 40), new CloudServer("cloud", 2, 0, 0.25, 1e9)),
                List.of("a", "b", "idle"),
                List.of(
                        new Device("d1", 0, 10, 0, 3, 8),
                        new Device("d2", 0, 0, 10, 5, 8),
                        new Device("d3", 1, 10, 0, 7, 8)));
    }

    private static Answer answer(Coupling coupling, int... serverOf) {
        ScenarioQuestion question = ScenarioQuestion.of("s.json", twoTwins(coupling));
        return Answer.of(
                question, "by-hand", MadeResult.of(question.problem(), serverOf, 0, 7, Duration.ofNanos(1_500)));
    }

    @Test
    void theLatencyOfATwinIsTheTimeUntilItsDataAreProcessed() {
        List<TwinFigures> twins = answer(Coupling.CAPACITY, EDGE, CLOUD, EDGE).twins();
        // 5 MB arrive after 5 s; 8 MB are computed in 8 s. Energy 0.5 mJ per 10^9 instructions, which a MB needs.
        // Cost: 0.5 · 2 devices · 13 s + 0.5 · 4 mJ.
        assertEquals(new TwinFigures("a", Optional.of("e, \"1\""), 2, 13, 4, 8, 15), twins.get(0));
        assertEquals(
                new TwinFigures("b", Optional.of("cloud"), 1, 7 + 3.5, 1.75, 7, 0.5 * 10.5 + 0.5 * 1.75), twins.get(1));
        assertEquals(
                new TwinFigures("idle", Optional.of("e, \"1\""), 0, 0, 0, 0, 0), twins.get(2), "it has no devices");
    }

    @Test
    void underContentionTwinsWaitForOneAnother() {
        List<TwinFigures> twins = answer(Coupling.CONTENTION, EDGE, EDGE, EDGE).twins();
        assertEquals(5 + 15, twins.get(0).latencySeconds(), 1e-12);
        assertEquals(7 + 15, twins.get(1).latencySeconds(), 1e-12);
    }

    @Test
    void serversHaveALoadAlsoWhereTheirCapacityHasNoEffect() {
        double none = Double.POSITIVE_INFINITY;
        assertEquals(
                List.of(server("e, \"1\"", 2, WORKLOAD, 8, 40), server("cloud", 1, WORKLOAD, 7, 1e9)),
                answer(Coupling.CAPACITY, EDGE, CLOUD, EDGE).servers());
        assertEquals(
                List.of(server("e, \"1\"", 3, WORKLOAD, 15, none), server("cloud", 0, WORKLOAD, 0, none)),
                answer(Coupling.CONTENTION, EDGE, EDGE, EDGE).servers());
    }

    private static ServerFigures server(String id, int twins, String resource, double load, double capacity) {
        return new ServerFigures(id, twins, List.of(new ResourceLoad(resource, load, capacity)));
    }

    static List<Scenario> varied() {
        return Scenarios.varied().toList();
    }

    @ParameterizedTest
    @MethodSource("varied")
    void theCostsOfTheTwinsAddUp(Scenario scenario) {
        ScenarioQuestion question = ScenarioQuestion.of("s.json", scenario);
        Answer answer = Answer.of(question, "local-search", new LocalSearchHeuristic().solve(question.problem()));
        double sum = answer.twins().stream().mapToDouble(TwinFigures::cost).sum();
        assertEquals(answer.cost(), sum, 1e-9 * (1 + Math.abs(sum)));
        double latency = answer.twins().stream()
                .mapToDouble(twin -> twin.devices() * twin.latencySeconds())
                .sum();
        assertEquals(answer.totalLatencyDeviceSeconds().orElseThrow(), latency, 1e-9 * (1 + latency));
        double load = answer.servers().stream()
                .mapToDouble(server -> server.loads().get(0).load())
                .sum();
        double work = scenario.devices().stream()
                .mapToDouble(dev.twinplace.model.Device::workloadMB)
                .sum();
        assertEquals(work, load, 1e-9 * (1 + work));
    }

    @Test
    void withoutAPlacementThereAreNoFigures() {
        ScenarioQuestion question = ScenarioQuestion.of("s.json", twoTwins(Coupling.CAPACITY));
        Answer answer = Answer.of(question, "x", SolveResult.infeasible(0, Duration.ZERO));
        assertEquals(List.of(), answer.twins());
        assertEquals(List.of(), answer.servers());
        assertEquals(Optional.empty(), answer.outcome());
        assertFalse(Double.isFinite(answer.cost()));
    }

    @Test
    void profitsAreToldAsProfits() {
        PlacementProblem problem = PlacementProblem.builder(1, 2)
                .cost(0, 0, -5)
                .demand(0, 2)
                .capacity(0, 3)
                .build();
        AssignmentQuestion question = new AssignmentQuestion("gap", "gap#2", Sense.MAX, problem);
        Answer answer = Answer.of(question, "x", MadeResult.of(problem, new int[] {0}, -6, 0, Duration.ZERO));
        assertEquals(5, answer.cost());
        assertEquals(6, answer.bound());
        assertEquals(5, answer.twins().get(0).cost());
        assertEquals(server("0", 1, "demand", 2, 3), answer.servers().get(0));
        Answer nothing = Answer.of(question, "x", MadeResult.of(problem, new int[] {1}, -6, 0, Duration.ZERO));
        assertEquals("0.0", Double.toString(nothing.cost()), "not -0.0");
    }

    @Test
    void jsonSaysWhoGaveWhat() {
        StringWriter text = new StringWriter();
        ScenarioQuestion question = ScenarioQuestion.of("s.json", twoTwins(Coupling.INDEPENDENT));
        SolveContext context = new SolveContext(SolveRequest.of(question.problem()));
        context.part("greedy", Duration.ofDays(1), 1).offer(new int[] {EDGE, CLOUD, EDGE});
        context.part("lagrangian", Duration.ofDays(1), 1).raiseBound(Math.nextUp(context.lowerBound()));
        context.countNodes(7);
        Answer answer = Answer.of(question, "auto", context.result());
        new AnswerJson(new PrintWriter(text)).write(answer.warning(List.of("one more")));
        String line = text.toString();
        assertTrue(line.contains("\"placementBy\":\"greedy\",\"boundBy\":\"lagrangian\""), line);
        assertTrue(line.contains("\"nodes\":7"), line);
        assertTrue(line.strip().endsWith("\"one more\"]}"), line);
        assertEquals("", SolutionSchema.complaints(line.strip()));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        StringWriter text = new StringWriter();
        AnswerCsv csv = new AnswerCsv(new PrintWriter(text));
        csv.write(answer(Coupling.CAPACITY, EDGE, CLOUD, EDGE));
        csv.fail("a,b.json", "a,b.json: must be \"this\"");
        List<String> lines = text.toString().lines().toList();
        assertEquals(1 + 3 + 1, lines.size());
        assertEquals(
                "s.json,by hand,by-hand,FEASIBLE,21.125,0.0,,1.5,7,,,a,\"e, \"\"1\"\"\",13.0,4.0,8.0,15.0,workloadMB=8.0,workloadMB=40.0",
                lines.get(1));
        assertEquals("\"a,b.json\",,,,,,,,,,\"a,b.json: must be \"\"this\"\"\",,,,,,,,", lines.get(4));
    }
}
