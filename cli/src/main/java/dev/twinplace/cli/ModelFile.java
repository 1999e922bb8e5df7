package dev.twinplace.cli;

import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.pair.PairModel;
import dev.twinplace.ddl.pair.PairOnnx;
import dev.twinplace.ddl.paper.PaperModel;
import dev.twinplace.ddl.paper.PaperOnnx;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.onnx.OnnxGraph;
import java.nio.file.Path;

/** A trained model of whichever policy. */
final class ModelFile {
    private ModelFile() {}

    /**
     * The model as a graph for other runtimes.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is no model
     */
    static OnnxGraph onnx(Path file) {
        TensorReader reader = new TensorReader(file.toString(), SafetensorsReader.read(file));
        return switch (reader.text("format")) {
            case PaperModel.FORMAT -> PaperOnnx.of(PaperModel.read(reader));
            case PairModel.FORMAT -> PairOnnx.of(PairModel.read(reader));
            default ->
                throw reader.fail(
                        "format",
                        "must be " + PaperModel.FORMAT + " or " + PairModel.FORMAT + ", but was "
                                + reader.text("format"));
        };
    }
}
