package dev.twinplace.generate;

import java.util.Locale;

/** Where the devices of a twin lie, and whether operators state rules. */
public enum Profile {
    /** Section 5.1 of the paper: anywhere in the field, independently of one another. */
    TABLE2,
    /** Around a centre of their twin, as vehicles of one street do: normally distributed, σ 80 m. */
    CLUSTERED,
    /**
     * As clustered, with labels, limits, groups, optional twins, a server that is down, and capacities of several resources:
     * {@link OperatorRules}.
     */
    OPERATOR;

    /** Whether its scenarios have constraints beyond the paper's model. */
    public boolean hasConstraints() {
        return this == OPERATOR;
    }

    /** How many resources servers have capacities of, if that is not stated. */
    int resources() {
        return hasConstraints() ? 2 : 1;
    }

    /** The name on the command line and in scenario names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
