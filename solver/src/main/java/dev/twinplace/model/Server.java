package dev.twinplace.model;

/**
 * A server that twins can run on: an edge server at a place, or a cloud.
 *
 * <p>The kinds differ in how data reaches them, Eq. (1) against Eq. (5), and in nothing else.
 */
public sealed interface Server permits EdgeServer, CloudServer {
    /** Unique among the servers of a scenario. */
    String id();

    /** f<sub>e</sub><sup>s</sup> or f<sub>c</sub>, in 10<sup>9</sup> instructions per second. */
    double clockGHz();

    /** e<sub>t</sub><sup>e</sup> or e<sub>t</sub><sup>c</sup>: energy to send a megabyte there. */
    double transmitMilliJoulePerMB();

    /**
     * θ<sub>e</sub><sup>s</sup> or θ<sub>c</sub>: energy to execute 10<sup>9</sup> instructions.
     *
     * <p>The paper prints θ "per instruction", which is 10<sup>7</sup> times off beside e<sub>t</sub>.
     */
    double computeMilliJoulePerGigaInstruction();

    /** Workload the server can take under {@link Coupling#CAPACITY}; {@link Double#POSITIVE_INFINITY} if unlimited. */
    double capacityMB();

    /** The same server with another capacity. */
    Server withCapacity(double otherMB);
}
