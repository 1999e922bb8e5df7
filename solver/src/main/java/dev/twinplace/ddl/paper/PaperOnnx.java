package dev.twinplace.ddl.paper;

import dev.twinplace.ddl.Ensemble;
import dev.twinplace.nn.Mlp;
import dev.twinplace.onnx.Dimension;
import dev.twinplace.onnx.ElementType;
import dev.twinplace.onnx.MlpGraph;
import dev.twinplace.onnx.OnnxGraph;
import java.util.List;

/**
 * {@code ddl-paper}'s extractor and ensemble for other runtimes: from the masked devices, batch × twins × 3·devices, to the
 * bits of each member before they are rounded, members × batch × bits.
 */
public final class PaperOnnx {
    private static final long WHATEVER_IS_LEFT = -1;

    private PaperOnnx() {}

    public static OnnxGraph of(PaperModel model) {
        Ensemble ensemble = model.ensemble();
        Mlp extractor = ensemble.extractor().shape().orElseThrow();
        Dimension batch = Dimension.open("batch");
        OnnxGraph graph = new OnnxGraph("ddl-paper");
        graph.input(
                "devices",
                ElementType.FLOAT,
                batch,
                Dimension.fixed(model.code().twins()),
                Dimension.fixed(extractor.size(0)));
        String sums = MlpGraph.add(graph, "extractor", extractor, 1, ensemble.extractorWeights(), "devices");
        graph.node("Relu", List.of(sums), "features.by.twin");
        graph.constant(
                "features.shape",
                new long[] {WHATEVER_IS_LEFT, ensemble.extractor().features()});
        graph.node("Reshape", List.of("features.by.twin", "features.shape"), "features");
        String logits =
                MlpGraph.add(graph, "members", ensemble.shape(), ensemble.members(), ensemble.weights(), "features");
        graph.node("Sigmoid", List.of(logits), "bits");
        graph.output(
                "bits",
                ElementType.FLOAT,
                Dimension.fixed(ensemble.members()),
                batch,
                Dimension.fixed(model.code().bits()));
        return graph;
    }
}
