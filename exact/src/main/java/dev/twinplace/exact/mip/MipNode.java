package dev.twinplace.exact.mip;

import java.util.Arrays;

/**
 * A node of the search tree: its parent's decisions and one more. Decisions are shared with the parent, so that the open
 * nodes take little memory.
 *
 * @param parent null at the root
 * @param twin whose server is decided here; meaningless at the root
 * @param bound at most the excess of any placement with these decisions
 */
record MipNode(MipNode parent, int twin, int server, double bound) {
    /** In place of a server: not decided. */
    static final int UNDECIDED = -1;

    /** Nothing is decided. */
    static MipNode root() {
        return new MipNode(null, UNDECIDED, UNDECIDED, 0);
    }

    /** The node with one more decision. */
    MipNode child(int decided, int on, double childBound) {
        return new MipNode(this, decided, on, childBound);
    }

    /** The same decisions with a better bound. */
    MipNode withBound(double better) {
        return new MipNode(parent, twin, server, better);
    }

    /** The server of each twin, or {@link #UNDECIDED}; a new array. */
    int[] decisions(int twins) {
        int[] serverOf = new int[twins];
        Arrays.fill(serverOf, UNDECIDED);
        for (MipNode node = this; node.parent != null; node = node.parent) {
            serverOf[node.twin] = node.server;
        }
        return serverOf;
    }
}
