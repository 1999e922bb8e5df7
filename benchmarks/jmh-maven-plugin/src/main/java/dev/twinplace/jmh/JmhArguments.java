package dev.twinplace.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Translates {@code -Djmh.X=V} of the Maven command line into arguments of JMH.
 *
 * <p>{@code jmh.include} is the regular expression that selects benchmarks, {@code jmh.exclude} the option {@code -e}.
 * Each assignment in {@code jmh.p=a=1,2;b=3} becomes a {@code -p} of its own. An option that takes no value is set by
 * {@code -Djmh.X} unless the value is {@code false}. The words of {@code jmh.arguments} are passed as they are, for programs
 * other than JMH. All others become {@code -X V}, in alphabetical order: whether there
 * is such an option is left to JMH.
 */
final class JmhArguments {
    private static final String PREFIX = "jmh.";

    private final List<String> arguments = new ArrayList<>();

    private JmhArguments() {}

    static List<String> of(Properties userProperties) {
        JmhArguments translated = new JmhArguments();
        for (String property : new TreeSet<>(userProperties.stringPropertyNames())) {
            if (property.startsWith(PREFIX)) {
                translated.translate(property.substring(PREFIX.length()), userProperties.getProperty(property));
            }
        }
        return List.copyOf(translated.arguments);
    }

    private void translate(String name, String value) {
        switch (name) {
            case "include" -> arguments.add(0, value);
            case "exclude" -> addOption("e", value);
            case "p" -> addParameters(value);
            case "h", "l", "lp", "lprof", "lrf" -> addFlag(name, value);
            case "arguments" -> arguments.addAll(words(value));
            case "jvm", "main", "profile", "skip", "version" -> {} // properties of this build
            default -> addOption(name, value);
        }
    }

    /** What stands between white space, nothing of null. */
    static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private void addOption(String name, String value) {
        arguments.add("-" + name);
        arguments.add(value);
    }

    private void addFlag(String name, String value) {
        if (!value.equals("false")) {
            arguments.add("-" + name);
        }
    }

    private void addParameters(String assignments) {
        for (String assignment : assignments.split(";", -1)) {
            if (!assignment.isBlank()) {
                addOption("p", assignment.strip());
            }
        }
    }
}
