package dev.twinplace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinplace experiment}. */
@Command(
        name = "experiment",
        description = "Runs one of the experiments below.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = DdloCommand.class)
final class ExperimentCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "an experiment is missing");
    }
}
