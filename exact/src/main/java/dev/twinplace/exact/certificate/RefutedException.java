package dev.twinplace.exact.certificate;

/** A claim does not hold; says why. Never leaves the package. */
final class RefutedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefutedException(String why) {
        super(why, null, false, false);
    }

    /** Unless the condition holds, refutes the claim. */
    static void require(boolean condition, String why) {
        if (!condition) {
            throw new RefutedException(why);
        }
    }
}
