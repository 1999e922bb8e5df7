package dev.twinplace.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: hands over to a subcommand and turns every failure into one line and an exit status. */
@Command(
        name = "twinplace",
        description = "Places digital twins on edge and cloud servers, and proves how good the placement is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = {
            GenerateCommand.class,
            ImportCommand.class,
            SolveCommand.class,
            BatchCommand.class,
            VerifyCommand.class,
            EvaluateCommand.class,
            ReplanCommand.class,
            ServeCommand.class,
            TrainCommand.class,
            ExperimentCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            HelpCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  answered",
            "  2  bad input or usage, stated in one line",
            "  3  proven infeasible: no placement keeps capacities and rules; from evaluate:",
            "     the placement breaks a rule",
            "  4  the solver ended without a placement",
            "  5  a certificate is refuted",
            "  1  an error in Twinplace",
            "  130 or 143  interrupted, after what was done so far was printed or saved;",
            "     serve ends with 0",
            "",
            "Shell completion: source <(twinplace generate-completion)"
        })
public final class Twinplace implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command line as {@link #main} does, on the given streams, without ending the process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Failures failures = new Failures(err);
        int status;
        try {
            status = new CommandLine(new Twinplace())
                    .setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler(failures)
                    .setExecutionExceptionHandler(failures)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setUsageHelpWidth(80)
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            status = failures.outOfMemory();
        }
        out.flush();
        if (out.checkError()) {
            status = failures.badInput("standard output: could not be written");
        }
        err.flush();
        return status;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is missing");
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        PrintStream stream = new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
