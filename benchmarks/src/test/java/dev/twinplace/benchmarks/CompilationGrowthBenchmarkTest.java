package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.problem.PlacementProblem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompilationGrowthBenchmarkTest {
    @Test
    void allDevicesAreCompiled() {
        CompilationGrowthBenchmark benchmark = new CompilationGrowthBenchmark();
        benchmark.devices = 1200;
        benchmark.setUp();
        PlacementProblem problem = benchmark.compile();
        assertEquals(1200, IntStream.range(0, 15).mapToDouble(problem::weight).sum());
        assertEquals(4, problem.servers());
    }
}
