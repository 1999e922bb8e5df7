package dev.twinplace.benchmarks;

import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.StageListener;
import dev.twinplace.model.Scenario;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Where does the time of a learned decision go? {@code whole} is the decision of {@link DecisionLatency}; {@code staged} the
 * same with a look at the clock after every stage, the costs of which are taken off: nanoseconds per decision and stage. Their
 * sum should explain the whole.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.VECTOR_API})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecisionStages {
    private static final int SCENARIOS = DecisionLatency.SCENARIOS;

    @Param({"ddl-price", "ddl-paper"})
    public String solver;

    @Param({"independent", "capacity", "contention"})
    public String coupling;

    @Param({"table2"})
    public String size;

    private List<Scenario> scenarios;
    private Decider unobserved;
    private int next;

    @Setup
    public void setUp() {
        scenarios = Scenarios.clustered(size, coupling, SCENARIOS);
        unobserved = Decider.of(solver, scenarios.get(0), StageListener.NONE);
    }

    private Scenario next() {
        Scenario scenario = scenarios.get(next);
        next = (next + 1) % SCENARIOS;
        return scenario;
    }

    @Benchmark
    public double whole() {
        return unobserved.decide(next());
    }

    /** Nanoseconds in each stage, means over the decisions of an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Stages implements StageListener {
        private static final int LOOKS = 1_000_000;

        private static final class Sum {
            private long nanos;
            private long looks;
        }

        private final Map<DecisionStage, Sum> sums = new EnumMap<>(DecisionStage.class);
        private Decider observed;
        private double nanosPerLook;
        private long decisions;
        private long last;

        @Setup
        public void setUp(DecisionStages benchmark) {
            observed = Decider.of(benchmark.solver, benchmark.scenarios.get(0), this);
        }

        @Setup(Level.Iteration)
        public void reset() {
            long start = System.nanoTime();
            for (int i = 0; i < LOOKS; i++) {
                last = System.nanoTime();
            }
            nanosPerLook = (double) (last - start) / LOOKS;
            for (DecisionStage stage : DecisionStage.values()) {
                sums.put(stage, new Sum());
            }
            decisions = 0;
        }

        double decide(Scenario scenario) {
            decisions++;
            last = System.nanoTime();
            return observed.decide(scenario);
        }

        @Override
        public void ended(DecisionStage stage) {
            long now = System.nanoTime();
            Sum sum = sums.get(stage);
            sum.nanos += now - last;
            sum.looks++;
            last = now;
        }

        private double mean(DecisionStage stage) {
            Sum sum = sums.get(stage);
            return (sum.nanos - nanosPerLook * sum.looks) / decisions;
        }

        public double compile() {
            return mean(DecisionStage.COMPILE);
        }

        public double features() {
            return mean(DecisionStage.FEATURES);
        }

        public double forward() {
            return mean(DecisionStage.FORWARD);
        }

        public double decode() {
            return mean(DecisionStage.DECODE);
        }

        public double repair() {
            return mean(DecisionStage.REPAIR);
        }

        public double evaluate() {
            return mean(DecisionStage.EVALUATE);
        }

        public double polish() {
            return mean(DecisionStage.POLISH);
        }
    }

    /** Returns what the placement costs. */
    @Benchmark
    public double staged(Stages stages) {
        return stages.decide(next());
    }
}
