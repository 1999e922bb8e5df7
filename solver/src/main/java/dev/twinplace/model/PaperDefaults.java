package dev.twinplace.model;

/**
 * The values of Table 2, and those that the paper leaves open.
 *
 * <p>Table 2 swaps the labels of the two θ against the text of section 5.1, which says that the cloud is the more
 * efficient; we follow the text. The {@link #PARAMETERS} are not in the paper: they are calibrated so that α matters and
 * no single server is near-optimal.
 */
public final class PaperDefaults {
    public static final int DEVICES = 120;
    public static final int TWINS = 15;
    public static final int EDGES = 3;
    public static final double ALPHA = 0.5;

    public static final double FIELD_WIDTH_METRES = 1000;
    public static final double FIELD_HEIGHT_METRES = 800;
    public static final double MIN_WORKLOAD_MB = 10;
    public static final double MAX_WORKLOAD_MB = 40;
    public static final double BANDWIDTH_MBPS = 1000;

    /** τ: the edges together can take this share of all workload, each the same. Not in the paper, which has no capacities. */
    public static final double CAPACITY_TIGHTNESS = 0.75;

    public static final double SLOWEST_EDGE_GHZ = 1.8;
    public static final double FASTEST_EDGE_GHZ = 3.0;
    private static final double EDGE_TRANSMIT_MJ_PER_MB = 0.125;
    private static final double EDGE_COMPUTE_MJ_PER_GIGA_INSTRUCTION = 0.125;

    private static final double CLOUD_GHZ = 3.5;
    private static final double CLOUD_TRANSMIT_MJ_PER_MB = 0.15;
    private static final double CLOUD_COMPUTE_MJ_PER_GIGA_INSTRUCTION = 0.1;

    public static final ModelParameters PARAMETERS = new ModelParameters(10, 0.15, 10_000);

    private PaperDefaults() {}

    /** An edge server with the energies of Table 2. */
    public static EdgeServer edge(String id, double x, double y, double clockGHz, double capacityMB) {
        return new EdgeServer(
                id, x, y, clockGHz, EDGE_TRANSMIT_MJ_PER_MB, EDGE_COMPUTE_MJ_PER_GIGA_INSTRUCTION, capacityMB);
    }

    /** The cloud of Table 2, called {@code cloud}, without a capacity. */
    public static CloudServer cloud() {
        return new CloudServer(
                "cloud",
                CLOUD_GHZ,
                CLOUD_TRANSMIT_MJ_PER_MB,
                CLOUD_COMPUTE_MJ_PER_GIGA_INSTRUCTION,
                Double.POSITIVE_INFINITY);
    }
}
