package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.SafetensorsWriter;
import dev.twinplace.io.TensorFile;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.SideProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperSolverTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeModel() {
        file = folder.resolve("model");
        PaperTraining training = new PaperTraining(new PaperScenarios(generator(4, 20, 3), 1), 3, 1e-3, 16, 4);
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            trainer.step();
            SafetensorsWriter.write(trainer.model(), file);
        }
    }

    private static ScenarioGenerator generator(int twins, int devices, int edges) {
        return new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, twins, devices, edges, 0.5);
    }

    private static ProblemInstance problem(int twins, int devices, int edges) {
        return ProblemInstance.of(generator(twins, devices, edges).generate(77));
    }

    private PlacementSolver solver() {
        return Solvers.create("ddl-paper:model=" + file);
    }

    private static String refusal(PlacementSolver solver, ProblemInstance instance) {
        return assertThrows(UnsupportedProblemException.class, () -> solver.solve(SolveRequest.of(instance)))
                .getMessage();
    }

    @Test
    void decidesScenariosOfTheSizeItWasTrainedFor() {
        SolveRequest request = SolveRequest.of(problem(4, 20, 3));
        SolveResult result = solver().solve(request);
        assertEquals(SolveStatus.FEASIBLE, result.status());
        assertEquals(3, result.nodes());
        assertEquals(result.placement(), solver().solve(request).placement());
    }

    @Test
    void refusesOtherSizesAndServersByName() {
        assertTrue(refusal(solver(), problem(5, 20, 3)).startsWith("twins: must be at most 4,"));
        assertTrue(refusal(solver(), problem(4, 21, 3)).startsWith("devices: must be at most 20,"));
        assertTrue(refusal(solver(), problem(4, 20, 2)).startsWith("servers: must be 4,"));
        PaperScenarios elsewhere = new PaperScenarios(generator(4, 20, 2), 1);
        PaperTraining training = new PaperTraining(elsewhere, 3, 1e-3, 16, 4);
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            SafetensorsWriter.write(trainer.model(), file);
        }
        assertTrue(refusal(solver(), problem(4, 20, 2)).startsWith("servers[0]: must be edge "));
    }

    /** As if the devices and twins that are missing were there, with inputs of zero. */
    @Test
    void decidesFewerTwinsAndDevicesByMasking() {
        Scenario few = generator(3, 17, 3).generate(77);
        List<Device> devices = new ArrayList<>(few.devices());
        while (devices.size() < 20) {
            devices.add(new Device("none-" + devices.size(), 0, 0, 0, Double.MIN_VALUE, PaperDefaults.BANDWIDTH_MBPS));
        }
        List<String> twins = List.of("a", "b", "c", "none");
        Scenario full =
                new Scenario("full", few.alpha(), few.coupling(), few.parameters(), few.servers(), twins, devices);
        PaperModel model = PaperModel.read(file);
        PaperDecision masked = new PaperDecision(model, ScenarioCompiler.compile(few), KernelSelection.kernels());
        PaperDecision defined = new PaperDecision(model, ScenarioCompiler.compile(full), KernelSelection.kernels());
        masked.decide(generator(4, 20, 3).generate(5)); // leaves other inputs behind
        masked.decide(few);
        defined.decide(full);
        for (int k = 0; k < 3; k++) {
            assertArrayEquals(Arrays.copyOf(defined.candidate(k), 3), masked.candidate(k));
        }
    }

    @Test
    void refusesProblemsThatAreOfNoScenario() {
        PlacementProblem built = PlacementProblem.builder(4, 4).cost(0, 0, 1).build();
        assertTrue(refusal(solver(), ProblemInstance.of(built)).contains("this problem is of none"));
    }

    @Test
    void theModelThatComesAlongDecidesTable2AndSaysHowToTrainForAnythingElse() {
        PlacementSolver shipped = Solvers.create("ddl-paper");
        ScenarioGenerator table2 = ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT);
        assertTrue(shipped.solve(SolveRequest.of(ProblemInstance.of(table2.generate(1))))
                .placement()
                .isPresent());
        assertTrue(refusal(shipped, problem(16, 120, 3)).endsWith("twinplace train --policy ddl-paper makes others"));
    }

    @Test
    void refusesFilesOfAnotherKind() {
        SafetensorsWriter.write(
                new TensorFile.Builder().metadata("format", "else").build(), file);
        InvalidInputException failure = assertThrows(InvalidInputException.class, this::solver);
        assertTrue(failure.getMessage().contains("format: must be twinplace/ddl-paper/model/1"), failure.getMessage());
    }

    @Test
    void aClaimOfHugeSizesCostsNoMemory() {
        TensorFile.Builder claim = new TensorFile.Builder()
                .metadata("format", PaperModel.FORMAT)
                .metadata("members", "10000")
                .metadata("devices", "1000000")
                .metadata("twins", "100000")
                .metadata("servers", "cloud 3.5 0.15 0.1; cloud 3.5 0.15 0.1");
        SafetensorsWriter.write(claim.build(), file);
        InvalidInputException failure = assertThrows(InvalidInputException.class, this::solver);
        assertTrue(failure.getMessage().contains("extractor.0.weight: must be a tensor"), failure.getMessage());
    }

    @Test
    void sideConstraintsAreRefusedByName() {
        UnsupportedProblemException e = assertThrows(
                UnsupportedProblemException.class,
                () -> solver().solve(SideProblems.severalResources(4, 4, 2, 0.7, 1)));
        assertTrue(e.getMessage().startsWith("ddl-paper does not take several resources (resource-1)"), e.getMessage());
    }
}
