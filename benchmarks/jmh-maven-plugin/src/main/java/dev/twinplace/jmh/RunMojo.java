package dev.twinplace.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the module with everything it needs from this build, then runs its JMH benchmarks in a Java VM of their own.
 *
 * <p>{@code -Djmh.include=REGEX} selects benchmarks; without it all run. {@code -Djmh.X=V} gives JMH its option
 * {@code -X V}; run with {@code -Djmh.h} for a list. Relative paths, as in {@code -Djmh.rff=out.json}, start from the
 * directory Maven was started in.
 *
 * <p>A module may put a program of its own in the place of JMH's, which can ask for the system property {@code
 * jmh.profile}; and {@code -Djmh.main=CLASS -Djmh.arguments="A B"} runs any other class of the module instead.
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends AbstractMojo {
    /** Whether this module has no benchmarks to run. */
    @Parameter(property = "jmh.skip", defaultValue = "false")
    private boolean skip;

    /** The program to run, which takes JMH's options. */
    @Parameter(property = "jmh.main", defaultValue = "org.openjdk.jmh.Main")
    private String main;

    /** Options of its Java VM, which those that JMH starts inherit. */
    @Parameter(property = "jmh.jvm")
    private String jvm;

    /** What is set aside for the program's own use. */
    @Parameter(property = "jmh.profile")
    private String profile;

    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    @Parameter(defaultValue = "${project.build.directory}/jmh.args", readonly = true, required = true)
    private File argumentFile;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    private File workingDirectory;

    @Parameter(defaultValue = "${session.userProperties}", readonly = true, required = true)
    private Properties userProperties;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().debug("Skipped, as jmh.skip is true.");
            return;
        }
        int exitCode = run(command());
        if (exitCode != 0) {
            throw new MojoFailureException(main + " failed with exit code " + exitCode + ", see its output above");
        }
    }

    private List<String> command() throws MojoExecutionException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + argumentFile);
        command.add(main);
        command.addAll(JmhArguments.of(userProperties));
        return command;
    }

    private List<String> jvmArguments() {
        List<String> arguments = new ArrayList<>(JmhArguments.words(jvm));
        if (profile != null) {
            arguments.add("-Djmh.profile=" + profile);
        }
        arguments.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        return arguments;
    }

    private int run(List<String> command) throws MojoExecutionException {
        getLog().debug("Running " + command + " in " + workingDirectory);
        try {
            ArgumentFile.write(argumentFile.toPath(), jvmArguments());
            return ForegroundProcess.run(command, workingDirectory);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot start Java: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while " + main + " was running", e);
        }
    }
}
