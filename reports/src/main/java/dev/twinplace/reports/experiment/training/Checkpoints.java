package dev.twinplace.reports.experiment.training;

import java.util.List;
import java.util.stream.IntStream;

/** The iterations at which curves have points. */
final class Checkpoints {
    private static final int POINTS = 25;

    private Checkpoints() {}

    /** A few at the beginning, where most happens, then evenly up to the last. */
    static List<Integer> upTo(int last) {
        int interval = Math.max(1, last / POINTS);
        IntStream even = IntStream.rangeClosed(1, POINTS).map(i -> i * interval);
        return IntStream.concat(IntStream.of(1, 2, 5, 10, 20, last), even)
                .filter(iteration -> iteration <= last)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
