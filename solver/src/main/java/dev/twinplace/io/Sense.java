package dev.twinplace.io;

import java.util.Locale;

/** Whether the costs of an instance are to be minimised or, being profits, maximised. */
public enum Sense {
    MIN,
    MAX;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
