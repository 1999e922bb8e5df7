package dev.twinplace.ddl;

/** What is to be decided once. Decisions are 0 or 1 for each bit, from {@code at} on. */
public interface Situation {
    /** Writes what networks may know of it: {@link FeatureExtractor#sampleLength()} numbers. */
    void describe(float[] sample, int at);

    /** What a decision costs, whether or not it respects constraints. */
    double cost(float[] decision, int at);

    /** By how much the decision whose cost was asked for last breaks constraints; 0 if it breaks none. */
    default double violation() {
        return 0;
    }

    /** Rewrites a decision as it shall be learnt, where several stand for the same. */
    default void canonicalise(float[] decision, int at) {}
}
