package dev.twinplace.cli;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.service.settings.Limits;
import dev.twinplace.service.settings.ServiceSettings;
import dev.twinplace.service.settings.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinplace serve}. */
@Command(
        name = "serve",
        description = "Answers scenarios over HTTP until it is told to end; /openapi.json describes how to ask.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int MEGABYTE = 1_000_000;
    private static final int MAX_MEGABYTES = Integer.MAX_VALUE / MEGABYTE;
    private static final int MIN_TOKEN = 16;
    private static final int MAX_TOKEN_FILE = 4096;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Address to listen on; use --token-file unless it is a loopback address (default:"
                    + " ${DEFAULT-VALUE}).")
    private String host = ServiceSettings.LOOPBACK;

    @Option(names = "--port", paramLabel = "N", description = "0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File whose only line is the token that requests must carry.")
    private String tokenFile;

    @Option(
            names = "--solver",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description = "For requests that name none (default: ${DEFAULT-VALUE}).")
    private String solver = ServiceSettings.DEFAULT.solver();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "For requests that state none (default: 100ms).")
    private Duration budget = Times.DEFAULT.budget();

    @Option(
            names = "--max-budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The largest that a request may ask for (default: 1m).")
    private Duration maxBudget = Times.DEFAULT.maxBudget();

    @Option(
            names = "--model",
            paramLabel = "ID=FILE",
            description = "Trained model of a learned solver, in place of the one that ships with it. Repeatable.")
    private Map<String, String> models = new LinkedHashMap<>();

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Scenarios that are solved at a time (default: one per core).")
    private int threads = Limits.DEFAULT.threads();

    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "Scenarios that may wait; more are refused (default: ${DEFAULT-VALUE}).")
    private int queue = Limits.DEFAULT.queue();

    @Option(
            names = "--max-body",
            paramLabel = "MB",
            description = "Largest request, or line of JSON lines (default: ${DEFAULT-VALUE}).")
    private int maxBody = Limits.DEFAULT.maxBody() / MEGABYTE;

    @Option(
            names = "--max-cells",
            paramLabel = "N",
            description = "Largest number of twins times servers (default: ${DEFAULT-VALUE}).")
    private long maxCells = Limits.DEFAULT.maxCells();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "Clients at a time (default: ${DEFAULT-VALUE}).")
    private int maxConnections = Limits.DEFAULT.maxConnections();

    @Option(names = "--max-sessions", paramLabel = "N", description = "Sessions at a time (default: ${DEFAULT-VALUE}).")
    private int maxSessions = Limits.DEFAULT.maxSessions();

    @Option(
            names = "--session-life",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long an unused session is kept (default: 10m).")
    private Duration sessionLife = Times.DEFAULT.sessionLife();

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long a client may be silent when it is its turn (default: 30s).")
    private Duration idle = Times.DEFAULT.idle();

    @Option(
            names = "--drain",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long scenarios that were accepted may go on after SIGTERM (default: 25s).")
    private Duration drain = Times.DEFAULT.drain();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "File to append a line of JSON to for each request; - is standard error (default: -).")
    private String accessLog = "-";

    @Override
    public Integer call() {
        ServiceSettings settings = settings();
        boolean isOpen = settings.token().isEmpty() && !host.equals(ServiceSettings.LOOPBACK);
        if (isOpen) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "twinplace: warning: without --token-file all who reach " + host + " can use this service");
        }
        return new ServiceRun(spec.commandLine().getOut(), spec.commandLine().getErr()).run(settings, accessLog);
    }

    private ServiceSettings settings() {
        Usage.require(
                spec,
                maxBody >= 1 && maxBody <= MAX_MEGABYTES,
                "--max-body: must be from 1 to " + MAX_MEGABYTES + ", but was " + maxBody);
        Usage.require(spec, !idle.isZero(), "--idle: must be longer than 0, but was 0");
        return Usage.valid(spec, () -> {
            Limits limits = new Limits(threads, queue, maxBody * MEGABYTE, maxCells, maxConnections, maxSessions);
            Times times = new Times(budget, maxBudget, idle, Times.DEFAULT.transfer(), sessionLife, drain);
            Map<String, Path> files = new LinkedHashMap<>();
            models.forEach((id, file) -> files.put(id, Streams.path(file)));
            return new ServiceSettings(host, port, solver, files, token(), limits, times);
        });
    }

    private Optional<String> token() {
        if (tokenFile == null) {
            return Optional.empty();
        }
        String token = Streams.read(tokenFile, ServeCommand::text).strip();
        if (token.length() < MIN_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new InvalidInputException(
                    tokenFile,
                    "must be a line of at least " + MIN_TOKEN + " ASCII characters without blanks, but is not");
        }
        return Optional.of(token);
    }

    private static String text(InputStream bytes) {
        try {
            return new String(bytes.readNBytes(MAX_TOKEN_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
