package dev.twinplace.service.http;

import dev.twinplace.service.decide.Ticker;
import java.time.Duration;

/** Does something unless it is called off in time. */
final class Alarm implements Ticker.Watched {
    private final Ticker ticker;
    private final long end;
    private final Runnable action;

    private Alarm(Ticker ticker, long end, Runnable action) {
        this.ticker = ticker;
        this.end = end;
        this.action = action;
    }

    /** Starts the clock. The action runs on the ticker's thread. */
    static Alarm start(Ticker ticker, Duration time, Runnable action) {
        Alarm alarm = new Alarm(ticker, System.nanoTime() + time.toNanos(), action);
        ticker.add(alarm);
        return alarm;
    }

    @Override
    public void look(long now) {
        if (now - end >= 0) {
            callOff();
            action.run();
        }
    }

    void callOff() {
        ticker.remove(this);
    }
}
