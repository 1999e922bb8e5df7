package dev.twinplace.exact.certificate;

import dev.twinplace.api.SolveStatus;

/** What the check of a certificate came to. */
public sealed interface Verification {
    /** One line for people. */
    String message();

    /**
     * Everything that the certificate claims is proven.
     *
     * @param nodes of the proof
     * @param maxDepth decisions above its deepest node
     * @param status that is proven
     */
    record Holds(int nodes, int maxDepth, SolveStatus status) implements Verification {
        @Override
        public String message() {
            return "the proof holds: " + nodes + (nodes == 1 ? " node" : " nodes");
        }
    }

    /**
     * The first claim that does not hold.
     *
     * @param node that makes it, or {@link #HEADER}
     * @param why it does not hold
     */
    record Refuted(int node, String why) implements Verification {
        /** In place of a node: what is said about the whole. */
        public static final int HEADER = -1;

        @Override
        public String message() {
            return "refuted: " + (node == HEADER ? "header" : "node " + node) + ": " + why;
        }
    }
}
