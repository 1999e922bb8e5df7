package dev.twinplace.cli;

import dev.twinplace.api.SolveStatus;
import java.util.List;

/** What the process ends with. Other programs rely on these numbers. */
final class ExitStatus {
    /** Answered. */
    static final int OK = 0;
    /** A bug of ours. */
    static final int BUG = 1;
    /** Bad input or usage, said in one line. */
    static final int BAD_INPUT = 2;
    /** Proven to have no placement. */
    static final int INFEASIBLE = 3;
    /** The solver ended without a placement. */
    static final int NO_ANSWER = 4;
    /** A certificate proves less than it claims. */
    static final int REFUTED = 5;

    private static final List<Integer> BY_GRAVITY = List.of(OK, INFEASIBLE, NO_ANSWER, REFUTED, BAD_INPUT, BUG);

    private ExitStatus() {}

    static int of(SolveStatus status) {
        return switch (status) {
            case OPTIMAL, FEASIBLE -> OK;
            case INFEASIBLE -> INFEASIBLE;
            case UNKNOWN -> NO_ANSWER;
        };
    }

    /** What to end with after several files. */
    static int worse(int first, int second) {
        return BY_GRAVITY.indexOf(first) >= BY_GRAVITY.indexOf(second) ? first : second;
    }
}
