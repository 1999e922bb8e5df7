package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemBufferTest {
    private static Scenario table2(Coupling coupling, long seed) {
        return ScenarioGenerator.table2(Profile.TABLE2, coupling).generate(seed);
    }

    private static ProblemBuffer buffer() {
        return new ProblemBuffer(15, 4);
    }

    private static void assertSame(ProblemView expected, ProblemView actual) {
        assertArrayEquals(expected.cost, actual.cost);
        assertArrayEquals(expected.demand, actual.demand);
        assertArrayEquals(expected.capacity, actual.capacity);
        assertArrayEquals(expected.loadLimit, actual.loadLimit);
        assertArrayEquals(expected.contention, actual.contention);
        assertArrayEquals(expected.weight, actual.weight);
        assertArrayEquals(expected.work, actual.work);
        assertArrayEquals(expected.cloud, actual.cloud);
        assertEquals(expected.demandTerms(), actual.demandTerms());
        assertEquals(expected.costMagnitude(), actual.costMagnitude());
    }

    @ParameterizedTest
    @EnumSource
    void fillingOverwritesEverything(Coupling coupling) {
        Scenario scenario = table2(coupling, 1);
        PlacementProblem fresh = ScenarioCompiler.compile(scenario);
        for (Coupling before : Coupling.values()) {
            ProblemBuffer compiled = buffer();
            compiled.fill(table2(before, 2));
            compiled.fill(scenario);
            assertSame(fresh, compiled);
            ProblemBuffer copied = buffer();
            copied.fill(table2(before, 2));
            copied.fill(fresh);
            assertSame(fresh, copied);
        }
    }

    @Test
    void aProblemDoesNotChangeWhenTheBufferItWasCopiedToDoes() {
        PlacementProblem problem = ScenarioCompiler.compile(table2(Coupling.CAPACITY, 1));
        double[] costs = problem.cost.clone();
        ProblemBuffer buffer = buffer();
        buffer.fill(problem);
        buffer.fill(table2(Coupling.CAPACITY, 2));
        assertArrayEquals(costs, problem.cost);
        assertNotEquals(buffer.cost(0, 0), problem.cost(0, 0));
    }

    @Test
    void aProblemHasNoFieldThatCanBeSet() {
        for (Class<?> type = PlacementProblem.class; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                assertTrue(Modifier.isFinal(field.getModifiers()), field.toString());
            }
        }
    }

    @Test
    void fillingAllocatesNothing() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this VM does not count allocations");
        Scenario scenario = table2(Coupling.CONTENTION, 1);
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        assertEquals(0, leastAllocated(each -> each.fill(scenario)));
        assertEquals(0, leastAllocated(each -> each.fill(problem)));
    }

    private static long leastAllocated(Consumer<ProblemBuffer> filling) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ProblemBuffer buffer = buffer();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            filling.accept(buffer);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void aProblemOfAnotherSizeIsRefused() {
        Scenario scenario = new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 14, 120, 3, 0.5).generate(1);
        ProblemBuffer buffer = buffer();
        String expected = "problem: must have 15 twins and 4 servers, but had 14 and 4";
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> buffer.fill(scenario))
                        .getMessage());
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> buffer.fill(problem))
                        .getMessage());
    }
}
