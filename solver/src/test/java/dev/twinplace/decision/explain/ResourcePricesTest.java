package dev.twinplace.decision.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.decision.AssignmentQuestion;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.io.Sense;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourcePricesTest {
    private static final int TWINS = 10;

    private static double[][] prices(Question question, int... columnOf) {
        IncrementalCost placed = new IncrementalCost(question.problem());
        placed.reset(columnOf);
        return ResourcePrices.of(question, placed);
    }

    private static Question assignment(PlacementProblem problem) {
        return new AssignmentQuestion("test", "test", Sense.MIN, problem);
    }

    /** Ten twins of demand 2 save 1, 2, ... 10 on a server with room for three and a half. */
    @Test
    void aPriceIsWhatTheNextUnitWouldSave() {
        PlacementProblemBuilder builder = PlacementProblem.builder(TWINS, 2).capacity(0, 7);
        int[] serverOf = new int[TWINS];
        for (int m = 0; m < TWINS; m++) {
            builder.demand(m, 0, 2).cost(m, 1, m + 1);
            serverOf[m] = m >= 7 ? 0 : 1;
        }
        double[][] price = prices(assignment(builder.build()), serverOf);
        assertEquals(7 / 2.0, price[0][0], 0.1);
        assertEquals(0, price[0][1]);
    }

    @Test
    void nothingIsScarceWhereAllFit() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .demand(0, 0, 1)
                .demand(1, 0, 1)
                .capacity(0, 3)
                .cost(0, 1, 5)
                .cost(1, 1, 5)
                .build();
        assertArrayEquals(new double[] {0, 0}, prices(assignment(problem), 0, 0)[0]);
    }

    /** The edge has room for the workload of all ten twins, and memory for four of them. */
    @Test
    void onlyTheResourceThatIsShortHasAPrice() {
        List<Server> servers = List.of(PaperDefaults.edge("edge", 0, 0, 3, 1000), PaperDefaults.cloud());
        List<String> twins = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        List<TwinConstraints> rules = new ArrayList<>();
        int[] columnOf = new int[TWINS];
        for (int m = 0; m < TWINS; m++) {
            twins.add("twin-" + m);
            devices.add(new Device("device-" + m, m, 10, 10, 10 + m, 1000));
            rules.add(demanding(Map.of("memoryGB", 2.0)));
            columnOf[m] = m >= TWINS - 4 ? 0 : 1;
        }
        Constraints constraints = new Constraints(
                true,
                List.of(
                        new ServerConstraints(Set.of(), ServerStatus.UP, Map.of("memoryGB", 8.0)),
                        ServerConstraints.NONE),
                rules,
                List.of(),
                List.of());
        Scenario scenario = new Scenario(
                "memory", 0.5, Coupling.INDEPENDENT, PaperDefaults.PARAMETERS, servers, twins, devices, constraints);
        ScenarioQuestion question = ScenarioQuestion.of("test", scenario);
        assertEquals(List.of(Constraints.WORKLOAD, "memoryGB"), question.resources());
        double[][] price = prices(question, columnOf);
        assertArrayEquals(new double[] {0, 0}, price[0]);
        double next = question.problem().cost(5, 1) - question.problem().cost(5, 0);
        double last = question.problem().cost(6, 1) - question.problem().cost(6, 0);
        assertEquals(
                (next + last) / 4, price[1][0], 0.1 * last, "between what the first without and the last with it save");
        assertEquals(0, price[1][1]);
    }

    private static TwinConstraints demanding(Map<String, Double> demands) {
        double any = Double.POSITIVE_INFINITY;
        return new TwinConstraints(
                demands,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                any,
                any,
                OptionalDouble.empty(),
                FailurePolicy.MOVE);
    }
}
