package dev.twinplace.api;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A solver and its options in the one spelling that command line, results and reports share: {@code ddl-price}, {@code
 * ddl-price:polish=none}, {@code ddl-paper:model=FILE}.
 *
 * @param id as in {@link Solvers}
 * @param options by name; sorted, so that equal specifications have equal texts
 */
public record SolverSpec(String id, SortedMap<String, String> options) {
    /** A value may contain colons, unless they look like the next option. */
    private static final Pattern SEPARATOR = Pattern.compile(":(?=[a-z]+=)");

    public SolverSpec {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** Reads {@code id[:option=value]...}. */
    public static SolverSpec parse(String text) {
        String[] parts = SEPARATOR.split(text, -1);
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = parts[i].substring(0, equals);
            if (options.put(name, parts[i].substring(equals + 1)) != null) {
                throw new IllegalArgumentException("solver: option " + name + " is there twice in " + text);
            }
        }
        return new SolverSpec(parts[0], options);
    }

    /** The same solver with one more option. */
    public SolverSpec with(String option, String value) {
        SortedMap<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new SolverSpec(id, more);
    }

    /** The same solver with the default of an option. */
    public SolverSpec without(String option) {
        SortedMap<String, String> fewer = new TreeMap<>(options);
        fewer.remove(option);
        return new SolverSpec(id, fewer);
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(id);
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(':').append(option.getKey()).append('=').append(option.getValue());
        }
        return text.toString();
    }
}
