package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.ddl.EnsembleDecision;
import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.io.SafetensorsWriter;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.ScalarKernels;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.problem.ScenarioCompiler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTrainerTest {
    private static final PaperTraining TRAINING = training(3, 1e-3, 5);

    private static PaperTraining training(int edges, double learningRate, long seed) {
        return training(Coupling.CONTENTION, edges, learningRate, seed);
    }

    private static PaperTraining training(Coupling coupling, int edges, double learningRate, long seed) {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.CLUSTERED, coupling, 4, 20, edges, 0.5);
        return new PaperTraining(new PaperScenarios(generator, seed), 4, learningRate, 40, 8);
    }

    private static byte[] bytes(TensorFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SafetensorsWriter.write(file, bytes);
        return bytes.toByteArray();
    }

    private static TensorReader reader(byte[] bytes) {
        return new TensorReader("x", SafetensorsReader.read("x", new ByteArrayInputStream(bytes)));
    }

    private static byte[] checkpoint(PaperTraining training, int threads, int iterations) {
        try (PaperTrainer trainer = PaperTrainer.start(training, threads)) {
            return bytes(train(trainer, iterations).checkpoint());
        }
    }

    private static PaperTrainer train(PaperTrainer trainer, int iterations) {
        while (trainer.iteration() < iterations) {
            trainer.step();
        }
        return trainer;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anyNumberOfThreadsGivesTheSameBits(int threads) {
        assertArrayEquals(checkpoint(TRAINING, 1, 20), checkpoint(TRAINING, threads, 20));
    }

    @Test
    void theScalarKernelsGiveTheSameBits() {
        try (PaperTrainer scalar = PaperTrainer.start(TRAINING, 1, new ScalarKernels())) {
            assertArrayEquals(bytes(train(scalar, 20).checkpoint()), checkpoint(TRAINING, 1, 20));
        }
    }

    @Test
    void interruptedTrainingGoesOnToTheSameBits() {
        byte[] stopped = checkpoint(TRAINING, 2, 17);
        try (PaperTrainer resumed = PaperTrainer.resume(TRAINING, reader(stopped), 3);
                PaperTrainer whole = PaperTrainer.start(TRAINING, 1)) {
            assertEquals(17, resumed.iteration());
            train(resumed, 30);
            train(whole, 30);
            assertArrayEquals(bytes(whole.checkpoint()), bytes(resumed.checkpoint()));
            assertArrayEquals(bytes(whole.model()), bytes(resumed.model()));
        }
    }

    @Test
    void theExtractorLearnsTogetherWithTheMembers() {
        try (PaperTrainer trainer = PaperTrainer.start(TRAINING, 1)) {
            byte[] before = bytes(trainer.model());
            train(trainer, 1);
            float[] drawn = reader(before).numbers("extractor.0.weight", 1, 60, 8);
            float[] learnt = reader(bytes(trainer.model())).numbers("extractor.0.weight", 1, 60, 8);
            int moved = 0;
            for (int i = 0; i < drawn.length; i++) {
                assertEquals(drawn[i], learnt[i], 1.01e-3, "Adam's first step is at most its rate");
                moved += drawn[i] == learnt[i] ? 0 : 1;
            }
            assertTrue(moved > drawn.length / 2, moved + " weights moved");
        }
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefused() {
        byte[] checkpoint = checkpoint(TRAINING, 1, 1);
        InvalidInputException failure = assertThrows(
                InvalidInputException.class, () -> PaperTrainer.resume(training(3, 1e-2, 5), reader(checkpoint), 1));
        assertEquals("x: learning-rate: must be 0.01 as asked for now, but was 0.001", failure.getMessage());
        assertThrows(
                InvalidInputException.class, () -> PaperTrainer.resume(training(3, 1e-3, 6), reader(checkpoint), 1));
        assertThrows(
                InvalidInputException.class, () -> PaperTrainer.resume(training(2, 1e-3, 5), reader(checkpoint), 1));
    }

    @Test
    void aModelIsNoCheckpoint() {
        try (PaperTrainer trainer = PaperTrainer.start(TRAINING, 1)) {
            byte[] model = bytes(trainer.model());
            InvalidInputException failure =
                    assertThrows(InvalidInputException.class, () -> PaperTrainer.resume(TRAINING, reader(model), 1));
            assertTrue(failure.getMessage().contains("format: must be twinplace/ddl-paper/checkpoint/1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void decidesFeasiblyOrNotAtAll(Coupling coupling) {
        PaperTraining training = training(coupling, 3, 1e-3, 2);
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            EnsemblePolicy policy = trainer.policy();
            int answered = 0;
            for (int i = 0; i < 50; i++) {
                ProblemInstance instance =
                        ProblemInstance.of(training.scenarios().validation(i));
                EnsembleDecision decision = policy.decide(instance);
                assertTrue(decision.distinctCandidates() >= 1 && decision.distinctCandidates() <= policy.members());
                if (decision.placement().isPresent()) {
                    answered++;
                    assertTrue(PlacementChecker.isFeasible(
                            instance.problem(), decision.placement().get()));
                }
            }
            assertTrue(coupling == Coupling.CAPACITY ? answered > 0 : answered == 50, answered + " answered");
        }
    }

    @Test
    void theDecisionIsTheCheapestFeasibleCandidate() {
        PaperTraining training = training(Coupling.CAPACITY, 3, 1e-3, 3);
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            PaperModel model = PaperModel.read(reader(bytes(trainer.model())));
            for (int i = 0; i < 50; i++) {
                PlacementProblem problem =
                        ScenarioCompiler.compile(training.scenarios().validation(i));
                PaperDecision decision = new PaperDecision(model, problem, KernelSelection.kernels());
                boolean found = decision.decide(training.scenarios().validation(i));
                double least = Double.POSITIVE_INFINITY;
                List<Double> costs = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    int[] candidate = decision.candidate(k);
                    boolean feasible = PlacementChecker.isFeasible(problem, Placement.of(candidate));
                    costs.add(feasible ? new CostEvaluator(problem).cost(candidate) : Double.POSITIVE_INFINITY);
                    least = Math.min(least, costs.get(k));
                }
                assertEquals(found, least < Double.POSITIVE_INFINITY);
                int best = costs.indexOf(least);
                assertTrue(!found || Arrays.equals(decision.candidate(best), decision.placement()));
            }
        }
    }

    @Test
    void decidingAllocatesNothing() {
        PaperTraining training = training(Coupling.CAPACITY, 3, 1e-3, 3);
        List<Scenario> scenarios = LongStream.range(0, 20)
                .mapToObj(training.scenarios()::validation)
                .toList();
        ProblemBuffer problem = new ProblemBuffer(4, scenarios.get(0).servers().size());
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            PaperModel model = PaperModel.read(reader(bytes(trainer.model())));
            PaperDecision decision = new PaperDecision(model, problem, KernelSelection.kernels());
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 10_000 && least > 0; round++) { // until it is compiled the Vector API allocates
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < scenarios.size(); i++) {
                    problem.fill(scenarios.get(i));
                    decision.decide(scenarios.get(i));
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least);
        }
    }

    @Test
    void drawnServersStayWhereTheyAre() {
        PaperScenarios scenarios = training(Coupling.CAPACITY, 5, 1e-3, 9).scenarios();
        Scenario first = scenarios.training(1);
        Scenario second = scenarios.validation(1);
        assertNotEquals(first.devices(), second.devices());
        assertNotEquals(first.servers(), second.servers(), "capacities follow the workload");
        assertEquals(
                TrainedServers.of(first.servers()).toString(),
                TrainedServers.of(second.servers()).toString());
        assertNotEquals(
                TrainedServers.of(first.servers()).toString(),
                TrainedServers.of(training(5, 1e-3, 10).scenarios().servers()).toString());
    }

    @Test
    void impossibleSettingsAreRefused() {
        ScenarioGenerator empty = new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 4, 0, 3, 0.5);
        PaperScenarios scenarios = new PaperScenarios(empty, 1);
        assertThrows(IllegalArgumentException.class, () -> new PaperTraining(scenarios, 4, 1e-3, 40, 8));
        assertThrows(IllegalArgumentException.class, () -> training(3, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> training(3, Double.NaN, 1));
    }
}
