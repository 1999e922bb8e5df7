package dev.twinplace.cli;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.PrintableText;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a user is told when something goes wrong: one line if it is theirs to mend, a stack trace if it is ours. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int LONGEST_LINE = 2000;

    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        return badInput(failure.getMessage() + " (see " + command + " --help)");
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof InvalidInputException || failure instanceof UnsupportedProblemException) {
            return badInput(failure.getMessage());
        }
        err.println("twinplace: this is a bug, please report it with the lines below");
        failure.printStackTrace(err);
        return ExitStatus.BUG;
    }

    int badInput(String message) {
        return endWith(ExitStatus.BAD_INPUT, message);
    }

    /** Says why in one line and returns the status. */
    int endWith(int status, String message) {
        err.println("twinplace: " + PrintableText.line(message.strip(), LONGEST_LINE));
        err.flush(); // after a signal nothing else does
        return status;
    }

    int outOfMemory() {
        return badInput("the problem is too large for this heap; give more with JAVA_TOOL_OPTIONS=-Xmx...");
    }
}
