package dev.twinplace.kernel.simd;

import dev.twinplace.kernel.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How many floats a vector has here: as many as the machine prefers, but no more than rows are padded to. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() <= Kernels.PADDING
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;

    static final int COUNT = SPECIES.length();

    private Lanes() {}

    /** From the first float of a panel to the k-th vector of that row, counting on into the panels beside it. */
    static int vectorAt(int k, int panel) {
        return k * COUNT / Kernels.PADDING * panel + k * COUNT % Kernels.PADDING;
    }
}
