package dev.twinplace.service.decide;

import dev.twinplace.api.SolverSpec;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a request wants its questions to be decided.
 *
 * @param solver as the client names it
 * @param budget of time for each question
 * @param seed for solvers that draw
 * @param moveCost of twins that state none; for re-placements
 * @param maxMoves of twins that could stay; empty if not limited; for re-placements
 */
public record DecisionOptions(SolverSpec solver, Duration budget, long seed, double moveCost, OptionalInt maxMoves) {}
