package dev.twinplace.decision;

import java.util.Optional;

/**
 * One twin in an answer. What the question does not have is NaN.
 *
 * @param twin its id or index
 * @param server the id or index of the server it runs on; empty if it is left unplaced
 * @param devices |I<sub>m</sub>|; 0 where there are none
 * @param latencySeconds T<sub>m</sub>/|I<sub>m</sub>|: the time until all its data are there and processed, in seconds; 0
 *     without devices
 * @param energyMilliJoule E<sub>m</sub>
 * @param demand how much of the question's first resource it takes
 * @param cost its share of the total, as the user calls it
 */
public record TwinFigures(
        String twin,
        Optional<String> server,
        int devices,
        double latencySeconds,
        double energyMilliJoule,
        double demand,
        double cost) {}
