package dev.twinplace.ddl.pair;

import dev.twinplace.kernel.Kernels;

/** A trained ensemble. Immutable, serves many threads. */
public final class PairModel {
    private final PriceEnsemble ensemble;

    PairModel(PriceEnsemble ensemble) {
        this.ensemble = ensemble;
    }

    PriceEnsemble ensemble() {
        return ensemble;
    }

    /** K. */
    public int members() {
        return ensemble.members();
    }

    /** Floats of weights, all members together, padding included: see {@link Kernels}. */
    public int weights() {
        return ensemble.weights().length;
    }
}
