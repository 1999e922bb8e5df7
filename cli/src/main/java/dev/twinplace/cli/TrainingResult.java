package dev.twinplace.cli;

import dev.twinplace.reports.experiment.PolicyScore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How far training got.
 *
 * @param iterations done
 * @param loss the mean over members before the last of them; NaN if there was none
 * @param convergenceRate (21) of the last iteration; NaN if there was none
 * @param score on unseen scenarios
 */
record TrainingResult(int iterations, double loss, double convergenceRate, PolicyScore score) {
    private static final String FORMAT = "twinplace/training/1";

    /** For a progress bar. */
    String toLine() {
        return String.format(Locale.ROOT, "loss %.3f, ", loss) + "convergence " + FigureText.percent(convergenceRate, 2)
                + ", gap " + FigureText.percent(score.meanGap(), 3);
    }

    /** For people. */
    void printTable(String policy, String model, PrintWriter out) {
        out.println(policy + " after " + iterations + " iterations: " + model);
        out.println();
        out.println(row("loss", Double.isNaN(loss) ? "-" : FigureText.number(loss)));
        out.println(row("convergence rate", FigureText.percent(convergenceRate, 3)));
        out.println(row("unseen scenarios", score.answered() + " of " + score.problems() + " answered"));
        out.println(row("mean gap", FigureText.percent(score.meanGap(), 3)));
        out.println(row("hits", FigureText.percent(score.hitRate(), 1)));
        out.println(row("range closed", FigureText.percent(score.rangeClosed(), 2)));
        out.println(row("distinct candidates", FigureText.number(score.distinctCandidates()) + " a scenario"));
        out.println(row("all members agree", FigureText.percent(score.unanimity(), 1) + " of scenarios"));
    }

    private static String row(String what, String figure) {
        return String.format(Locale.ROOT, "%-20s %s", what, figure);
    }

    /** For programs: one object on one line; what is not known is null. */
    void printJson(String policy, String model, PrintWriter out) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("policy", policy);
            json.writeStringProperty("model", model);
            json.writeNumberProperty("iterations", iterations);
            writeNumber(json, "loss", loss);
            writeNumber(json, "convergenceRate", convergenceRate);
            json.writeNumberProperty("scenarios", score.problems());
            json.writeNumberProperty("answered", score.answered());
            writeNumber(json, "meanGap", score.meanGap());
            writeNumber(json, "hitRate", score.hitRate());
            writeNumber(json, "rangeClosed", score.rangeClosed());
            writeNumber(json, "distinctCandidates", score.distinctCandidates());
            writeNumber(json, "unanimity", score.unanimity());
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void writeNumber(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
