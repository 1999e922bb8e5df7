package dev.twinplace.reports.experiment.solving;

import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * How long decisions take. A decision is repeated, first until the compiler has had its time and then to be measured, unless
 * it is so long that once must do.
 */
final class DecisionTimes {
    private static final long LONG_NANOS = 20_000_000;
    private static final long NANOS_TO_WARM_UP = 20_000_000;
    private static final int REPETITIONS = 50;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MEDIAN = 50;
    private static final double HIGH_PERCENTILE = 99;

    private final Histogram nanos = new Histogram(DIGITS);

    private record Timed<T>(T result, long nanos) {
        static <T> Timed<T> of(Supplier<T> decision) {
            long start = System.nanoTime();
            T result = decision.get();
            return new Timed<>(result, System.nanoTime() - start);
        }
    }

    /** Measures one decision, and returns what came of it. */
    <T> T measure(Supplier<T> decision) {
        Timed<T> last = Timed.of(decision);
        if (last.nanos() > LONG_NANOS) {
            nanos.recordValue(last.nanos());
            return last.result();
        }
        for (long spent = last.nanos(); spent < NANOS_TO_WARM_UP; spent += last.nanos()) {
            last = Timed.of(decision);
        }
        for (int i = 0; i < REPETITIONS; i++) {
            last = Timed.of(decision);
            nanos.recordValue(last.nanos());
        }
        return last.result();
    }

    double medianMicros() {
        return nanos.getValueAtPercentile(MEDIAN) / NANOS_PER_MICRO;
    }

    double p99Micros() {
        return nanos.getValueAtPercentile(HIGH_PERCENTILE) / NANOS_PER_MICRO;
    }
}
