package dev.twinplace.cli;

import dev.twinplace.cli.card.ModelCard;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.paper.PaperModel;
import dev.twinplace.ddl.paper.PaperOnnx;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceOnnx;
import dev.twinplace.io.SafetensorsReader;
import dev.twinplace.onnx.OnnxGraph;
import java.nio.file.Path;

/** A trained model of any policy. */
final class ModelFile {
    private static final String FORMAT = "format";

    private ModelFile() {}

    /**
     * The id of the solver that a model was trained for.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is no model
     */
    static String solver(Path file) {
        TensorReader reader = open(file);
        return reader.text(FORMAT).equals(PaperModel.FORMAT) ? "ddl-paper" : "ddl-price";
    }

    /**
     * The model as a graph for other runtimes.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is no model
     */
    static OnnxGraph onnx(Path file) {
        TensorReader reader = open(file);
        return reader.text(FORMAT).equals(PaperModel.FORMAT)
                ? PaperOnnx.of(PaperModel.read(reader))
                : PriceOnnx.of(PriceModel.read(reader));
    }

    /**
     * What its users must know, as Markdown.
     *
     * @throws dev.twinplace.io.InvalidInputException if the file is no model
     */
    static String card(Path file) {
        open(file);
        return ModelCard.of(file);
    }

    private static TensorReader open(Path file) {
        TensorReader reader = new TensorReader(file.toString(), SafetensorsReader.read(file));
        String format = reader.text(FORMAT);
        if (!format.equals(PaperModel.FORMAT) && !format.equals(PriceModel.FORMAT)) {
            throw reader.fail(
                    FORMAT, "must be " + PaperModel.FORMAT + " or " + PriceModel.FORMAT + ", but was " + format);
        }
        return reader;
    }
}
