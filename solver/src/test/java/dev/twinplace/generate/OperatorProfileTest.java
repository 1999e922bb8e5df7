package dev.twinplace.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.Solvers;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.problem.ConstraintCompiler;
import dev.twinplace.problem.PlacementProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorProfileTest {
    private static ScenarioGenerator generator(Coupling coupling) {
        return new ScenarioGenerator(Profile.OPERATOR, coupling, 60, 480, 9, 0.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void aFileOfItSaysTheSame(Coupling coupling) {
        Scenario scenario = generator(coupling).generate(3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(scenario, bytes);
        assertEquals(scenario, ScenarioReader.read("test", new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(scenario, generator(coupling).generate(3));
    }

    @Test
    void everyKindOfRuleOccurs() {
        Scenario scenario = generator(Coupling.CAPACITY).generate(1);
        List<TwinConstraints> twins = scenario.constraints().twins();
        List<Predicate<TwinConstraints>> kinds = List.of(
                twin -> twin.pinned().isPresent(),
                twin -> !twin.allowedServers().isEmpty(),
                twin -> !twin.forbiddenServers().isEmpty(),
                twin -> !twin.requiredLabels().isEmpty(),
                twin -> twin.maxLatencySeconds() != Double.POSITIVE_INFINITY,
                TwinConstraints::isOptional);
        kinds.forEach(kind -> assertTrue(twins.stream().anyMatch(kind)));
        assertEquals(3, scenario.constraints().groups().size());
        assertEquals(
                1,
                scenario.constraints().servers().stream()
                        .filter(server -> server.status() == ServerStatus.DOWN)
                        .count());
        assertTrue(scenario.servers().stream().allMatch(server -> Double.isFinite(server.capacityMB())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void aPlacementExists(Coupling coupling) {
        for (long seed = 1; seed <= 20; seed++) {
            PlacementProblem problem = ConstraintCompiler.compile(
                            new ScenarioGenerator(Profile.OPERATOR, coupling, 15, 120, 3, 0.5).generate(seed))
                    .problem();
            SolveRequest request = SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ofSeconds(2)));
            assertFalse(
                    Solvers.create("ejection-chain").solve(request).placement().isEmpty(), "seed " + seed);
        }
    }

    @Test
    void capacitiesAreNeeded() {
        assertThrows(IllegalArgumentException.class, () -> generator(Coupling.INDEPENDENT));
    }
}
