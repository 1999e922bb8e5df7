package dev.twinplace.ddl;

import java.util.SplittableRandom;

/**
 * Random numbers that follow from a seed and from what they are for, so that training can stop anywhere, go on, and needs to
 * remember no generator.
 */
public final class RandomStreams {
    private RandomStreams() {}

    /** The stream of a path, such as iteration and member; different paths give independent streams. */
    public static SplittableRandom of(long seed, long... path) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long step : path) {
            random = new SplittableRandom(random.nextLong() + step);
        }
        return random;
    }
}
