package dev.twinplace.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        List<TwinGroup> groups = scenario.constraints().groups();
        assertEquals(
                3,
                groups.stream()
                        .filter(group -> group.kind() == TwinGroup.Kind.TOGETHER)
                        .count());
        int separate = groups.stream()
                .filter(group -> group.kind() == TwinGroup.Kind.SEPARATE)
                .mapToInt(group -> group.twins().size())
                .sum();
        assertTrue(separate == 20 || separate == 19, "a third, but no group of one: " + separate);
        assertEquals(
                1,
                scenario.constraints().servers().stream()
                        .filter(server -> server.status() == ServerStatus.DOWN)
                        .count());
        assertTrue(scenario.servers().stream().allMatch(server -> Double.isFinite(server.capacityMB())));
    }

    /** The placement that is planted is not in the scenario; a solver finds one that keeps all rules by their definition. */
    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void aPlacementExists(Coupling coupling) {
        for (int seed = 1; seed <= 20; seed++) {
            Scenario scenario =
                    new ScenarioGenerator(Profile.OPERATOR, coupling, 15, 120, 3, 0.5, 1 + seed % 4).generate(seed);
            CompiledScenario compiled = ConstraintCompiler.compile(scenario);
            CancellationToken found = new CancellationToken();
            SolveResult result = Solvers.create("ejection-chain")
                    .solve(SolveRequest.of(compiled.problem())
                            .withBudget(Budget.ofTime(Duration.ofSeconds(20)))
                            .withCancellation(found)
                            .withListener((cost, bound, elapsed) -> found.cancel()));
            assertTrue(result.placement().isPresent(), "seed " + seed);
            int[] serverOf = compiled.serversOf(result.placement().get());
            assertEquals(List.of(), PlacementRules.broken(scenario, serverOf), "seed " + seed);
        }
    }

    @Test
    void aFurtherResourceChangesNothingElse() {
        Scenario two = new ScenarioGenerator(Profile.OPERATOR, Coupling.CAPACITY, 60, 480, 9, 0.5, 2).generate(7);
        Scenario three = new ScenarioGenerator(Profile.OPERATOR, Coupling.CAPACITY, 60, 480, 9, 0.5, 3).generate(7);
        assertEquals(Set.of("memoryGB", "workloadMB"), PlacementRules.resources(two));
        assertEquals(Set.of("cpuCores", "memoryGB", "workloadMB"), PlacementRules.resources(three));
        assertEquals(two.servers(), three.servers());
        assertEquals(two.constraints().groups(), three.constraints().groups());
        for (int m = 0; m < 60; m++) {
            Map<String, Double> demands =
                    new TreeMap<>(three.constraints().twin(m).demands());
            demands.remove("cpuCores");
            assertEquals(two.constraints().twin(m).demands(), demands);
        }
    }

    @ParameterizedTest
    @CsvSource({"TABLE2, 2, must be 1 for the profile table2", "OPERATOR, 0, 'in [1, 8]'", "OPERATOR, 9, 'in [1, 8]'"})
    void resourcesAreLimited(Profile profile, int resources, String rule) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new ScenarioGenerator(profile, Coupling.CAPACITY, 2, 3, 1, 0.5, resources));
        assertTrue(
                e.getMessage().startsWith("resources: must be ")
                        && e.getMessage().contains(rule),
                e.getMessage());
    }

    @Test
    void capacitiesAreNeeded() {
        assertThrows(IllegalArgumentException.class, () -> generator(Coupling.INDEPENDENT));
    }
}
