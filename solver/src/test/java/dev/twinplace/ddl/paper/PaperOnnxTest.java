package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.twinplace.ddl.Ensemble;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.nn.MlpWorkspace;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperOnnxTest {
    private static final Kernels KERNELS = KernelSelection.kernels();

    @Test
    void onnxRuntimeGivesOurBits() throws Exception {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, 4, 20, 3, 0.5);
        PaperTraining training = new PaperTraining(new PaperScenarios(generator, 1), 3, 1e-3, 8, 4);
        PaperModel model;
        try (PaperTrainer trainer = PaperTrainer.start(training, 1)) {
            model = PaperModel.read(new TensorReader("test", trainer.model()));
        }
        Scenario scenario = generator.generate(9);
        float[] sample = new float[model.ensemble().extractor().sampleLength()];
        DeviceExtractor.describe(scenario, sample, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PaperOnnx.of(model).write(bytes);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(bytes.toByteArray());
                OnnxTensor input = OnnxTensor.createTensor(environment, new float[][][] {masked(sample, 4, 20)});
                OrtSession.Result result = session.run(Map.of("devices", input))) {
            float[][][] theirs = (float[][][]) result.get("bits").orElseThrow().getValue();
            for (int k = 0; k < 3; k++) {
                float[] ours = bits(model.ensemble(), k, sample);
                for (int bit = 0; bit < model.code().bits(); bit++) {
                    assertEquals(ours[bit], theirs[k][0][bit], 1e-5);
                    assertTrue(ours[bit] > 0 && ours[bit] < 1);
                }
            }
        }
    }

    private static float[] bits(Ensemble ensemble, int member, float[] sample) {
        MlpWorkspace workspace = MlpWorkspace.forInference(ensemble.shape(), 1);
        ensemble.extractor().newPass(KERNELS).forward(ensemble.extractorWeights(), sample, 0, workspace.input(), 0);
        ensemble.shape()
                .forward(KERNELS, ensemble.weights(), member * ensemble.shape().parameters(), workspace, 1);
        KERNELS.sigmoid(workspace.output().length, workspace.output(), 0);
        return workspace.output();
    }

    /** The definition: (w, x, y) of every device for every twin, zero where the device is another's. */
    private static float[][] masked(float[] sample, int twins, int devices) {
        float[][] inputs = new float[twins][3 * devices];
        for (int n = 0; n < devices; n++) {
            int twin = (int) sample[4 * n + 3];
            System.arraycopy(sample, 4 * n, inputs[twin], 3 * n, 3);
        }
        return inputs;
    }
}
