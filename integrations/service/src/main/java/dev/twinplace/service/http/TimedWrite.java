package dev.twinplace.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;

/**
 * Writes bytes of a response. A client that takes them too slowly is cut off, so that what waits for it takes no memory; long
 * ones count among the bodies.
 */
final class TimedWrite implements Callback {
    /** Shorter ones are bounded by the number of connections. */
    private static final int MAX_UNCOUNTED = 64 * 1024;

    private final Exchange exchange;
    private final Callback callback;
    private boolean isDone;
    private int counted;
    private Alarm alarm;

    /** Tells the callback when the bytes are written. */
    TimedWrite(Exchange exchange, Callback callback) {
        this.exchange = exchange;
        this.callback = callback;
    }

    /** Writes, once. */
    void write(boolean last, ByteBuffer bytes) {
        Surroundings surroundings = exchange.surroundings();
        if (bytes.remaining() > MAX_UNCOUNTED) {
            if (!surroundings.memory().take(bytes.remaining())) {
                callback.failed(new IllegalStateException("too many long responses wait for slow clients"));
                return;
            }
            counted = bytes.remaining();
        }
        exchange.response().write(last, bytes, this);
        synchronized (this) {
            if (!isDone) {
                alarm = Alarm.start(surroundings.ticker(), surroundings.transfer(), exchange::close);
            }
        }
    }

    private synchronized void end() {
        isDone = true;
        if (alarm != null) {
            alarm.callOff();
        }
        exchange.surroundings().memory().giveBack(counted);
    }

    @Override
    public void succeeded() {
        end();
        callback.succeeded();
    }

    @Override
    public void failed(Throwable fault) {
        end();
        callback.failed(fault);
    }
}
