package dev.twinplace.cli;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.service.http.DecisionService;
import dev.twinplace.service.settings.ServiceSettings;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** A service from its start until a signal ends it. */
final class ServiceRun {
    private final PrintWriter out;
    private final PrintWriter err;

    ServiceRun(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Serves; a signal drains the service and ends the process with status 0. Returns only if this thread is interrupted, with
     * the service drained.
     */
    int run(ServiceSettings settings, String accessLog) {
        try (Writer accesses = Streams.isStandard(accessLog) ? new Unclosed(err) : append(accessLog)) {
            DecisionService service = start(settings, accesses);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(service), "drain"));
            out.println("listening on " + service.address(settings.host()));
            out.flush();
            awaitInterrupt();
            service.close();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitStatus.OK;
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) { // what it waits for
        }
    }

    /** The JVM ends with 128 and the number of the signal, unless it is halted: what was asked of it is done. */
    private void drain(DecisionService service) {
        try {
            service.close();
        } finally {
            out.flush();
            err.flush();
            Runtime.getRuntime().halt(ExitStatus.OK);
        }
    }

    private DecisionService start(ServiceSettings settings, Writer accesses) {
        try {
            return DecisionService.start(settings, accesses, new Unclosed(err));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("serve", e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidInputException(
                    "--host, --port",
                    "must be free and of this machine, but " + settings.host() + " " + settings.port()
                            + " cannot be opened: " + reason(e),
                    e);
        }
    }

    private static String reason(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof BindException || each instanceof UnknownHostException) {
                return each.getMessage();
            }
        }
        return fault.toString();
    }

    private static Writer append(String file) {
        try {
            return Files.newBufferedWriter(
                    Streams.path(file), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new InvalidInputException(file, "must be writable, but there was an error: " + e.getMessage(), e);
        }
    }

    /** Writes to a stream that is not closed with it. */
    private static final class Unclosed extends FilterWriter {
        Unclosed(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
