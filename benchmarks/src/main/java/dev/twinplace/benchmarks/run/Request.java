package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * What was asked for: which benchmarks, how to measure them, and where JMH's results shall go. These are apart because
 * JMH is run once for each class: its own builder of options adds what is included to what was included before, and each run
 * would overwrite the results of the one before.
 *
 * @param includes regular expressions; none for no choice
 * @param words of the options of a run
 * @param options the same, parsed
 * @param results where to, if anywhere
 */
record Request(List<String> includes, List<String> words, CommandLineOptions options, Optional<ResultFile> results) {
    private static final Set<String> OF_RESULTS = Set.of("-rf", "-rff");

    record ResultFile(String name, ResultFormatType format) {}

    /** Of arguments as JMH takes them, those that are no options first. */
    static Request of(String... arguments) throws CommandLineOptionException {
        List<String> includes = new ArrayList<>(List.of(arguments));
        List<String> words = new ArrayList<>();
        while (!includes.isEmpty() && includes.stream().anyMatch(Request::isOption)) {
            words.add(0, includes.remove(includes.size() - 1));
        }
        CommandLineOptions asked = new CommandLineOptions(words.toArray(String[]::new));
        for (String option : OF_RESULTS) {
            int at = words.indexOf(option);
            if (at >= 0) {
                words.subList(at, at + 2).clear();
            }
        }
        CommandLineOptions options = new CommandLineOptions(words.toArray(String[]::new));
        return new Request(List.copyOf(includes), List.copyOf(words), options, resultFile(asked));
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }

    private static Optional<ResultFile> resultFile(CommandLineOptions asked) {
        if (!asked.getResult().hasValue() && !asked.getResultFormat().hasValue()) {
            return Optional.empty();
        }
        ResultFormatType format = asked.getResultFormat().orElse(Defaults.RESULT_FORMAT);
        String byDefault = Defaults.RESULT_FILE_PREFIX + "." + format.name().toLowerCase(Locale.ROOT);
        return Optional.of(new ResultFile(asked.getResult().orElse(byDefault), format));
    }

    /** Whether a parameter's values were chosen. */
    boolean chooses(String parameter) {
        return options.getParameter(parameter).hasValue();
    }
}
