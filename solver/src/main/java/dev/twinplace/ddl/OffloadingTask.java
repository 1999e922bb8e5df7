package dev.twinplace.ddl;

/**
 * Something that is decided in bits, situation after situation: all that an {@link EnsembleTrainer} knows of a problem. It
 * never learns what the best decision would have been.
 */
public interface OffloadingTask {
    /** Bits of a decision. */
    int bits();

    /** The situation of this number, from 0 on; the same number gives the same situation. */
    Situation situation(long number);
}
