package dev.twinplace.decision.replan;

import java.util.Optional;

/**
 * A twin that is to change its server, or to start or to stop.
 *
 * @param twin its id
 * @param from the id of its server before, which may be gone; empty if it did not run
 * @param to the id of its server; empty if it is left unplaced
 * @param forced whether it could not stay
 * @param saves by how much the placement would cost more if this twin alone were back; NaN if it could not be there
 * @param costs what the move costs; 0 if it is forced
 * @param reason in plain words
 */
public record Move(
        String twin,
        Optional<String> from,
        Optional<String> to,
        boolean forced,
        double saves,
        double costs,
        String reason) {}
