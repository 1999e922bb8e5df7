package dev.twinplace.model;

/**
 * A device that collects data for one twin.
 *
 * @param id unique among the devices of a scenario
 * @param twin index of its twin in {@link Scenario#twins()}: the paper's ownership G<sub>n</sub> (8)
 * @param x metres east of the field's origin
 * @param y metres north of the field's origin
 * @param workloadMB w<sub>n</sub> > 0
 * @param bandwidthMbps b<sub>n</sub> > 0, to the base station, which matters on the way to a cloud
 */
public record Device(String id, int twin, double x, double y, double workloadMB, double bandwidthMbps) {
    public Device {
        Rules.id("id", id);
        if (twin < 0) {
            throw new InvalidValueException("twin", "must be an index >= 0, but was " + twin);
        }
        Rules.finite("x", x);
        Rules.finite("y", y);
        Rules.positive("workloadMB", workloadMB);
        Rules.positive("bandwidthMbps", bandwidthMbps);
    }
}
