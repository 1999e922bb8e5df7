package dev.twinplace.model;

/**
 * A cloud: reached through the mobile network at a rate that no place changes (1).
 *
 * @param id unique among the servers of a scenario
 * @param clockGHz > 0
 * @param transmitMilliJoulePerMB >= 0
 * @param computeMilliJoulePerGigaInstruction >= 0
 * @param capacityMB >= 0; {@link Double#POSITIVE_INFINITY} if unlimited
 */
public record CloudServer(
        String id,
        double clockGHz,
        double transmitMilliJoulePerMB,
        double computeMilliJoulePerGigaInstruction,
        double capacityMB)
        implements Server {
    public CloudServer {
        Rules.id("id", id);
        Rules.positive("clockGHz", clockGHz);
        Rules.notNegative("transmitMilliJoulePerMB", transmitMilliJoulePerMB);
        Rules.notNegative("computeMilliJoulePerGigaInstruction", computeMilliJoulePerGigaInstruction);
        if (capacityMB != Double.POSITIVE_INFINITY) {
            Rules.notNegative("capacityMB", capacityMB);
        }
    }

    @Override
    public Server withCapacity(double otherMB) {
        return new CloudServer(id, clockGHz, transmitMilliJoulePerMB, computeMilliJoulePerGigaInstruction, otherMB);
    }
}
