package dev.twinplace.generate;

import java.util.Locale;

/** Where the devices of a twin lie. */
public enum Profile {
    /** Section 5.1 of the paper: anywhere in the field, independently of one another. */
    TABLE2,
    /** Around a centre of their twin, as vehicles of one street do: normally distributed, σ 80 m. */
    CLUSTERED;

    /** The name on the command line and in scenario names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
