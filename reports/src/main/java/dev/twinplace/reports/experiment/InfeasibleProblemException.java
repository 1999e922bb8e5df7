package dev.twinplace.reports.experiment;

/** A problem has no optimum to compare with, because it has no placement; the message says which solver proves that. */
public final class InfeasibleProblemException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    InfeasibleProblemException(String solver) {
        super("infeasible: " + solver + " proves that no placement is feasible");
    }
}
