package dev.twinplace.api;

/**
 * Told by a decision that is measured whenever a stage is over, for some stages many times. What is done between two calls
 * belongs to the stage of the second.
 */
@FunctionalInterface
public interface StageListener {
    StageListener NONE = stage -> {};

    /** Called on the thread that decides, once or more for each candidate: must take next to no time. */
    void ended(DecisionStage stage);
}
