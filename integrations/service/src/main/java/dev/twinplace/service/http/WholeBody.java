package dev.twinplace.service.http;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a body to its end, as it arrives. Its bytes count until the request is over. */
final class WholeBody implements Runnable {
    private final Exchange exchange;
    private final BodyBuffer bytes;
    private final Consumer<byte[]> then;
    private Alarm alarm;

    private WholeBody(Exchange exchange, int limit, Consumer<byte[]> then) {
        this.exchange = exchange;
        this.then = then;
        bytes = new BodyBuffer(exchange.surroundings().memory(), limit);
        Request.addCompletionListener(exchange.request(), fault -> bytes.close());
    }

    /** Reads; hands the bytes over once all are there, on this or another thread. */
    static void read(Exchange exchange, int limit, Consumer<byte[]> then) {
        if (exchange.request().getLength() > limit) {
            throw new ProblemException(Problem.tooLarge(limit));
        }
        new WholeBody(exchange, limit, then).run();
    }

    /** As {@link #read}, of a request that must be JSON and have no query. */
    static void readJson(Exchange exchange, int limit, Consumer<byte[]> then) {
        exchange.query(List.of());
        if (!exchange.mediaType().equals(Exchange.JSON)) {
            throw DecideEndpoint.unsupported(exchange, Exchange.JSON);
        }
        read(exchange, limit, then);
    }

    /** Reads what is there. */
    @Override
    public void run() {
        boolean isComplete;
        try {
            isComplete = readAvailable();
        } catch (RuntimeException e) {
            callOffAlarm();
            exchange.failAndClose(exchange.problem(e));
            return;
        }
        if (isComplete) {
            callOffAlarm();
            handOver(bytes.takeBytes());
        }
    }

    private boolean readAvailable() {
        while (true) {
            Content.Chunk chunk = exchange.request().read();
            if (chunk == null) {
                await();
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                throw failure(chunk.getFailure());
            }
            try {
                bytes.append(chunk.getByteBuffer(), chunk.remaining());
            } finally {
                chunk.release();
            }
            if (chunk.isLast()) {
                return true;
            }
        }
    }

    private void await() {
        if (alarm == null) {
            Surroundings surroundings = exchange.surroundings();
            alarm = Alarm.start(surroundings.ticker(), surroundings.transfer(), () -> exchange.failAndClose(tooSlow()));
        }
        exchange.request().demand(this);
    }

    private static Problem tooSlow() {
        return Problem.of(
                408, "too-slow", "The body did not arrive in time", "send it at once, or in shorter requests");
    }

    static ProblemException failure(Throwable fault) {
        return new ProblemException(
                fault instanceof TimeoutException
                        ? tooSlow()
                        : Problem.of(
                                400,
                                "broken-body",
                                "The body broke off",
                                "the connection failed: " + fault.getMessage()));
    }

    private void handOver(byte[] body) {
        try {
            then.accept(body);
        } catch (RuntimeException | Error e) {
            exchange.fail(e);
        }
    }

    private void callOffAlarm() {
        if (alarm != null) {
            alarm.callOff();
        }
    }
}
