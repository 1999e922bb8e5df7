package dev.twinplace.benchmarks.run;

import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * What somebody asked for: which benchmarks, and how to measure them. JMH's own builder of options adds what is included to
 * what was included before; that is why the two are apart.
 *
 * @param includes regular expressions; none for no choice
 * @param words of the other options
 * @param options the same, parsed
 */
record Request(List<String> includes, List<String> words, CommandLineOptions options) {
    /** Of arguments as JMH takes them, those that are no options first. */
    static Request of(String... arguments) throws CommandLineOptionException {
        int first = 0;
        while (first < arguments.length && !arguments[first].startsWith("-")) {
            first++;
        }
        List<String> all = List.of(arguments);
        List<String> words = all.subList(first, all.size());
        return new Request(all.subList(0, first), words, new CommandLineOptions(words.toArray(String[]::new)));
    }

    /** Whether a parameter's values were chosen. */
    boolean chooses(String parameter) {
        return options.getParameter(parameter).hasValue();
    }
}
