package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.nn.MlpWorkspace;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceOnnxTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void onnxRuntimeStatesOurPrices(int resources) throws Exception {
        PriceEnsemble ensemble = PriceModel.shipped().ensemble();
        MlpWorkspace workspace = MlpWorkspace.forInference(ensemble.shape(), resources);
        SplittableRandom random = new SplittableRandom(resources);
        float[][] features = new float[resources][ResourceFeatures.COUNT];
        for (int r = 0; r < resources; r++) {
            for (int i = 0; i < ResourceFeatures.COUNT; i++) {
                features[r][i] = (float) random.nextDouble(-1, 2);
                workspace.input()[r * ensemble.shape().stride(0) + i] = features[r][i];
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PriceOnnx.of(PriceModel.shipped()).write(bytes);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(bytes.toByteArray());
                OnnxTensor input = OnnxTensor.createTensor(environment, features);
                OrtSession.Result result = session.run(Map.of("features", input))) {
            float[][][] theirs =
                    (float[][][]) result.get("prices").orElseThrow().getValue();
            double[] ours = new double[resources];
            double largest = 0;
            for (int k = 0; k < ensemble.members(); k++) {
                ensemble.statePrices(KernelSelection.kernels(), k, workspace, resources, ours, 0);
                for (int r = 0; r < resources; r++) {
                    assertEquals(ours[r], theirs[k][r][0], 1e-5);
                    largest = Math.max(largest, ours[r]);
                }
            }
            assertTrue(largest > 0.01, "some price");
        }
    }
}
