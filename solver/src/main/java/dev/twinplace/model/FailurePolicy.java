package dev.twinplace.model;

/** What becomes of a twin whose server is down. */
public enum FailurePolicy {
    /** It is placed anew. */
    MOVE,
    /** It waits on its server until that is up again. */
    STAY
}
