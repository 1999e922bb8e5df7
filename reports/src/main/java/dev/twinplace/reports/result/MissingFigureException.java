package dev.twinplace.reports.result;

/** A figure is asked for that no result file has: it was not measured, or by an older version. */
public final class MissingFigureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingFigureException(String message) {
        super(message);
    }
}
