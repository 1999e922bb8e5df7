package dev.twinplace.decision.explain;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why one twin is where it is.
 *
 * @param twin id, or index as text
 * @param server where it is; empty if it is unplaced
 * @param isFree whether it can be elsewhere now, while all others stay; a group that must be together moves as one
 * @param next the best place where it can be now; empty if that is to be unplaced, or there is none
 * @param difference what the whole placement would cost more with it there, as the user calls cost
 * @param keeper what keeps it where it is
 * @param reason of that, in plain words
 */
public record TwinChoice(
        String twin,
        Optional<String> server,
        boolean isFree,
        Optional<String> next,
        OptionalDouble difference,
        Keeper keeper,
        String reason) {}
