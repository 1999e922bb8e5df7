package dev.twinplace.api;

import java.time.Duration;

/** Told by a solver whenever its best placement or its bound got better. Called on the solver's thread: be quick. */
@FunctionalInterface
public interface IncumbentListener {
    IncumbentListener NONE = (cost, lowerBound, elapsed) -> {};

    /**
     * Called after each improvement.
     *
     * @param cost of the incumbent; infinite if there is none yet
     * @param lowerBound proven so far; negative infinity if nothing is
     */
    void improved(double cost, double lowerBound, Duration elapsed);
}
