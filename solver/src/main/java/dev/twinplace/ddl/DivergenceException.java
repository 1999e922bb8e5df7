package dev.twinplace.ddl;

/** Training has run away and no later step would bring it back. The message says when and how it showed. */
public final class DivergenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DivergenceException(int step, String symptom) {
        super("training diverged in iteration " + step + ": " + symptom + "; a smaller learning rate may help");
    }
}
