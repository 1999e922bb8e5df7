package dev.twinplace.model;

/**
 * A transmission time that was measured: it replaces what (1) or (5) would say.
 *
 * @param device id
 * @param server id
 * @param seconds >= 0, for all of the device's data
 */
public record MeasuredTransmission(String device, String server, double seconds) {
    public MeasuredTransmission {
        Rules.notNegative("seconds", seconds);
    }
}
