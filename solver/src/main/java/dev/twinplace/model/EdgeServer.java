package dev.twinplace.model;

/**
 * An edge server at a place in the field, reached by radio: the farther, the slower (5).
 *
 * @param id unique among the servers of a scenario
 * @param x metres east of the field's origin
 * @param y metres north of the field's origin
 * @param clockGHz > 0
 * @param transmitMilliJoulePerMB >= 0
 * @param computeMilliJoulePerGigaInstruction >= 0
 * @param capacityMB >= 0; {@link Double#POSITIVE_INFINITY} if unlimited
 */
public record EdgeServer(
        String id,
        double x,
        double y,
        double clockGHz,
        double transmitMilliJoulePerMB,
        double computeMilliJoulePerGigaInstruction,
        double capacityMB)
        implements Server {
    public EdgeServer {
        Rules.id("id", id);
        Rules.finite("x", x);
        Rules.finite("y", y);
        Rules.positive("clockGHz", clockGHz);
        Rules.notNegative("transmitMilliJoulePerMB", transmitMilliJoulePerMB);
        Rules.notNegative("computeMilliJoulePerGigaInstruction", computeMilliJoulePerGigaInstruction);
        if (capacityMB != Double.POSITIVE_INFINITY) {
            Rules.notNegative("capacityMB", capacityMB);
        }
    }

    @Override
    public Server withCapacity(double otherMB) {
        return new EdgeServer(
                id, x, y, clockGHz, transmitMilliJoulePerMB, computeMilliJoulePerGigaInstruction, otherMB);
    }
}
