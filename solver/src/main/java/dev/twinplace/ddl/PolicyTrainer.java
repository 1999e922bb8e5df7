package dev.twinplace.ddl;

import dev.twinplace.io.TensorFile;

/**
 * A policy being trained. The same settings and seed give the same bits after so many iterations, on any number of threads,
 * and whether or not training stopped in between and went on from a checkpoint.
 */
public interface PolicyTrainer extends AutoCloseable {
    /** Iterations done. */
    int iteration();

    /**
     * Does one iteration.
     *
     * @return the mean loss over members, before it
     * @throws DivergenceException if training has run away
     */
    double step();

    /** Decides with the current weights; later steps change its decisions. */
    EnsemblePolicy policy();

    /** All that is needed to go on from here. Shares nothing with this trainer. */
    TensorFile checkpoint();

    /** What was learnt, for those who only decide. Shares nothing with this trainer. */
    TensorFile model();

    /** Ends threads. */
    @Override
    void close();
}
