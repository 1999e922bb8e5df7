package dev.twinplace.model;

/**
 * Equations (1) to (7): what it costs to send data to a server and to process it there.
 *
 * <p>Execution (2), (6) and energy (3), (7) are linear in the workload, so they hold for a device and for all devices of
 * a twin together; transmission (1), (5) is per device, for a twin waits for its slowest one (15).
 */
public final class OffloadingModel {
    private static final double BYTES_PER_MB_IN_GIGA = 1e-3;
    private static final double MB_PER_SECOND_PER_MBPS = 0.125;

    private OffloadingModel() {}

    /**
     * Seconds until a device's data is on a server: w/(0.125·b·γ) to a cloud (1), w·‖L<sub>n</sub> − L<sub>s</sub>‖/λ to
     * an edge server (5).
     */
    public static double transmissionSeconds(ModelParameters parameters, Server server, Device device) {
        if (server instanceof EdgeServer edge) {
            double dx = device.x() - edge.x();
            double dy = device.y() - edge.y();
            return device.workloadMB() * Math.sqrt(dx * dx + dy * dy) / parameters.radioConstant();
        }
        return device.workloadMB() / (MB_PER_SECOND_PER_MBPS * device.bandwidthMbps() * parameters.networkDiscount());
    }

    /** Seconds a server computes on a workload that has it alone: δ·w/(1000·f), (2) and (6). */
    public static double executionSeconds(ModelParameters parameters, Server server, double workloadMB) {
        return gigaInstructions(parameters, workloadMB) / server.clockGHz();
    }

    /** Energy to send and to process a workload: e<sub>t</sub>·w + θ·δ·w/1000, (3) and (7). */
    public static double energyMilliJoule(ModelParameters parameters, Server server, double workloadMB) {
        return server.transmitMilliJoulePerMB() * workloadMB
                + server.computeMilliJoulePerGigaInstruction() * gigaInstructions(parameters, workloadMB);
    }

    private static double gigaInstructions(ModelParameters parameters, double workloadMB) {
        return parameters.instructionsPerByte() * workloadMB * BYTES_PER_MB_IN_GIGA;
    }
}
