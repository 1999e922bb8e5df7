package dev.twinplace.model;

import java.util.Locale;

/** How twins that are placed on the same server affect one another. */
public enum Coupling {
    /** Not at all: the paper's model as printed. The cost is a sum over twins, the optimum one argmin per twin. */
    INDEPENDENT,
    /** A server's {@link Server#capacityMB()} bounds the workload placed on it: generalised assignment. */
    CAPACITY,
    /** Twins on one edge server share its CPU: execution takes as long as all work there. Clouds are elastic. */
    CONTENTION;

    /** The name in files and on the command line: {@code independent}, {@code capacity} or {@code contention}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }

    /**
     * The coupling with this {@link #id()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Coupling ofId(String id) {
        for (Coupling coupling : values()) {
            if (coupling.id().equals(id)) {
                return coupling;
            }
        }
        throw new IllegalArgumentException("must be independent, capacity or contention, but was " + id);
    }
}
