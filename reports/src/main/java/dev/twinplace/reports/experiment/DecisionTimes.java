package dev.twinplace.reports.experiment;

import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** How long decisions take. Those that take long are not repeated. */
public final class DecisionTimes {
    private static final long LONG_NANOS = 20_000_000;
    private static final long NANOS_TO_WARM_UP = 20_000_000;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MEDIAN = 50;
    private static final double HIGH_PERCENTILE = 99;

    private final int repetitions;
    private final Histogram nanos = new Histogram(DIGITS);

    /** None yet; decisions of less than 20 ms will be measured so many times. */
    public DecisionTimes(int repetitions) {
        this.repetitions = repetitions;
    }

    private record Timed<T>(T result, long nanos) {
        static <T> Timed<T> of(Supplier<T> decision) {
            long start = System.nanoTime();
            T result = decision.get();
            return new Timed<>(result, System.nanoTime() - start);
        }
    }

    /** Gives the compiler time with a decision, without measuring it: 20 ms, or one decision. */
    private static <T> void warmUp(Supplier<T> decision) {
        for (long spent = 0; spent < NANOS_TO_WARM_UP; ) {
            spent += Timed.of(decision).nanos();
        }
    }

    /** Measures a decision, and returns what came of it the last time. */
    public <T> T measure(Supplier<T> decision) {
        Timed<T> last = record(decision);
        for (int i = 1; i < repetitions && last.nanos() <= LONG_NANOS; i++) {
            last = record(decision);
        }
        return last.result();
    }

    /** Measures a decision that begins with a warm-up of its own, unless it is long. */
    public <T> T measureWarm(Supplier<T> decision) {
        Timed<T> first = Timed.of(decision);
        if (first.nanos() > LONG_NANOS) {
            nanos.recordValue(first.nanos());
            return first.result();
        }
        warmUp(decision);
        return measure(decision);
    }

    private <T> Timed<T> record(Supplier<T> decision) {
        Timed<T> timed = Timed.of(decision);
        nanos.recordValue(timed.nanos());
        return timed;
    }

    /** Counts what others measured. */
    public void add(DecisionTimes others) {
        nanos.add(others.nanos);
    }

    /** 0 if nothing was measured. */
    public double medianMicros() {
        return nanos.getValueAtPercentile(MEDIAN) / NANOS_PER_MICRO;
    }

    /** The 99th percentile; 0 if nothing was measured. */
    public double p99Micros() {
        return nanos.getValueAtPercentile(HIGH_PERCENTILE) / NANOS_PER_MICRO;
    }
}
