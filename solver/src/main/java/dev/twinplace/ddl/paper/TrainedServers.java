package dev.twinplace.ddl.paper;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Server;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The servers that a model was trained for: sites, clocks and energies, in their order. Ids do not matter to a network, and
 * capacities differ from scenario to scenario.
 */
final class TrainedServers {
    private static final String SEPARATOR = "; ";
    private static final String EDGE = "edge ";
    private static final String CLOUD = "cloud ";
    private static final int PLACE_LENGTH = 2;
    private static final int RATES_LENGTH = 3;

    /** A row per server: x and y unless it is a cloud, clock, energy of transmission, energy of computation. */
    private final double[][] rows;

    private TrainedServers(double[][] rows) {
        this.rows = rows;
    }

    static TrainedServers of(List<Server> servers) {
        return new TrainedServers(servers.stream().map(TrainedServers::row).toArray(double[][]::new));
    }

    /** Reads from a file what {@link #toString} wrote. */
    static TrainedServers read(String key, TensorReader file) {
        String[] texts = file.text(key).split(SEPARATOR, -1);
        double[][] rows = new double[texts.length][];
        for (int s = 0; s < rows.length; s++) {
            boolean isEdge = texts[s].startsWith(EDGE);
            if (!isEdge && !texts[s].startsWith(CLOUD)) {
                throw file.fail(key, "must be edges and clouds, but was " + texts[s]);
            }
            try {
                rows[s] = Arrays.stream(texts[s].split(" ", -1))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            } catch (NumberFormatException e) {
                throw file.fail(key, "must be numbers, but was " + texts[s]);
            }
            if (rows[s].length != RATES_LENGTH + (isEdge ? PLACE_LENGTH : 0)) {
                throw file.fail(key, "must be a place and rates for each server, but was " + texts[s]);
            }
        }
        return new TrainedServers(rows);
    }

    int count() {
        return rows.length;
    }

    /**
     * Refuses other servers. Allocates nothing if they are these.
     *
     * @throws UnsupportedProblemException if one differs
     */
    void requireSame(List<Server> servers) {
        for (int s = 0; s < rows.length; s++) {
            if (!isSame(rows[s], servers.get(s))) {
                throw new UnsupportedProblemException("servers[" + s + "]: must be " + text(rows[s])
                        + " (place, GHz, mJ/MB, mJ/Ginstr), for which the model of ddl-paper was trained, but was "
                        + text(row(servers.get(s))));
            }
        }
    }

    private static boolean isSame(double[] row, Server server) {
        int place = row.length - RATES_LENGTH;
        boolean isThere = server instanceof EdgeServer edge
                ? place == PLACE_LENGTH && row[0] == edge.x() && row[1] == edge.y()
                : place == 0;
        return isThere
                && row[place] == server.clockGHz()
                && row[place + 1] == server.transmitMilliJoulePerMB()
                && row[place + 2] == server.computeMilliJoulePerGigaInstruction();
    }

    private static double[] row(Server server) {
        double clock = server.clockGHz();
        double transmit = server.transmitMilliJoulePerMB();
        double compute = server.computeMilliJoulePerGigaInstruction();
        return server instanceof EdgeServer edge
                ? new double[] {edge.x(), edge.y(), clock, transmit, compute}
                : new double[] {clock, transmit, compute};
    }

    private static String text(double[] row) {
        String kind = row.length > RATES_LENGTH ? EDGE : CLOUD;
        return kind + Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /** One line, for metadata. */
    @Override
    public String toString() {
        return Arrays.stream(rows).map(TrainedServers::text).collect(Collectors.joining(SEPARATOR));
    }
}
