package dev.twinplace.benchmarks.peers.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A {@link PeerTaskWorker} seen from outside, with this Java VM's own options and class path. That one does not heed its budget
 * is found out here: a thread cannot be ended, a process can.
 */
final class WorkerProcess implements AutoCloseable {
    private static final long WARM_UP_MILLIS = 60_000;
    private static final long GRACE_MILLIS = 4_000;

    private final Process process;
    private final PrintStream in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /**
     * Starts the process.
     *
     * @param main class that calls {@link PeerTaskWorker#serve}
     * @param arguments of its main method; the first is the solver's id
     */
    WorkerProcess(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers of " + arguments.get(0));
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            process.destroyForcibly(); // as close() does, which ends the stream: there are no more lines
        }
    }

    /** The answer to a task; empty if the process died or is far over its budget, and then it is of no more use. */
    Optional<PeerAnswer> ask(PeerTask task) throws InterruptedException {
        in.println(String.join("\t", task.fields()));
        if (await(PeerTaskWorker.READY, WARM_UP_MILLIS).isEmpty()) {
            return Optional.empty();
        }
        return await(PeerTaskWorker.ANSWER, GRACE_MILLIS + 2 * task.budgetMillis())
                .map(line -> List.of(line.split("\t", -1)))
                .map(fields -> PeerAnswer.of(fields.subList(1, fields.size())));
    }

    /** The next line that begins so; native code may print others. */
    private Optional<String> await(String beginning, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (process.isAlive() || !lines.isEmpty()) {
            long left = Math.min(end - System.nanoTime(), TimeUnit.SECONDS.toNanos(1));
            if (left <= 0) {
                return Optional.empty();
            }
            String line = lines.poll(left, TimeUnit.NANOSECONDS);
            if (line != null && line.startsWith(beginning)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
