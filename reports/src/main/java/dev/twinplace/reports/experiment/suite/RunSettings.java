package dev.twinplace.reports.experiment.suite;

import dev.twinplace.reports.experiment.Scale;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How experiments are run.
 *
 * @param output directory of the result files
 * @param scale how much is done
 * @param resumes whether results and parts of an earlier run at the same scale are kept
 * @param threads parts that are worked off at a time, where nothing is timed
 * @param commit of the sources, if known
 */
public record RunSettings(Path output, Scale scale, boolean resumes, int threads, Optional<String> commit) {
    public RunSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
    }

    boolean isQuick() {
        return scale != Scale.FULL;
    }

    Path resultOf(String experiment) {
        return output.resolve(experiment + ".json");
    }

    /** Beside the result, where that sums up single problems. */
    Path instancesOf(String experiment) {
        return output.resolve(experiment + ".csv");
    }

    /** Beside the result, until there is one. */
    Path partsOf(String experiment) {
        return output.resolve("." + experiment + ".cells.json");
    }

    String commandOf(String experiment) {
        return "./twinplace experiment " + experiment + (isQuick() ? " --quick" : "");
    }
}
