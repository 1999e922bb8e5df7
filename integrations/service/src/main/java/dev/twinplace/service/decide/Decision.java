package dev.twinplace.service.decide;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;

/** A question that was read, ready to be solved and answered. */
public interface Decision {
    /** What to ask, without budget, seed and cancellation. */
    SolveRequest request();

    /** Whom to ask. */
    PlacementSolver solver();

    /** What a result means. Called once at most. */
    Reply reply(SolveResult result);
}
