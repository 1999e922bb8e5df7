package dev.twinplace.ddl.price;

import dev.twinplace.onnx.Dimension;
import dev.twinplace.onnx.ElementType;
import dev.twinplace.onnx.MlpGraph;
import dev.twinplace.onnx.OnnxGraph;
import java.util.List;

/**
 * {@code ddl-price}'s ensemble for other runtimes: from the features of any number of shared resources to the price of each
 * by each member, members × resources × 1.
 */
public final class PriceOnnx {
    private PriceOnnx() {}

    public static OnnxGraph of(PriceModel model) {
        PriceEnsemble ensemble = model.ensemble();
        OnnxGraph graph = new OnnxGraph("ddl-price");
        Dimension resources = Dimension.open("resources");
        graph.input("features", ElementType.FLOAT, resources, Dimension.fixed(ResourceFeatures.COUNT));
        String stated =
                MlpGraph.add(graph, "members", ensemble.shape(), ensemble.members(), ensemble.weights(), "features");
        graph.node("Relu", List.of(stated), "prices");
        graph.output("prices", ElementType.FLOAT, Dimension.fixed(ensemble.members()), resources, Dimension.fixed(1));
        return graph;
    }
}
