package dev.twinplace.api;

/**
 * A solver was given a kind or size of problem that it is not made for, or a machine that it cannot run on. The message
 * says which, and what to do instead.
 */
public final class UnsupportedProblemException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnsupportedProblemException(String message) {
        super(message);
    }
}
