package dev.twinplace.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Complaints about options. */
final class Usage {
    private Usage() {}

    /**
     * Makes something of option values; its complaint {@code field: rule} becomes one about the option {@code --field}.
     *
     * @throws ParameterException if {@code maker} throws an {@link IllegalArgumentException}
     */
    static <T> T valid(CommandSpec spec, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    /** Unless the condition holds, complains about an option. */
    static void require(CommandSpec spec, boolean condition, String complaint) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), complaint);
        }
    }
}
