package dev.twinplace.exact.certificate;

import static dev.twinplace.exact.certificate.RefutedException.require;

import dev.twinplace.exact.certificate.Node.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes whose children are still to come. Every server left to the twin that a node branches on must get exactly one
 * child: then the children cover all placements of the node.
 *
 * <p>Of a node only what it takes away is kept, not its domain, so that memory grows with what the file really lists.
 */
final class ProofTree {
    private final Domain start;
    private final Map<Integer, Branch> open = new HashMap<>();
    private int maxDepth;

    /** A node that is branched on, or the place of one to be checked. */
    static final class Branch {
        private final Branch parent;
        private final int twin;
        private final int server;
        private final int depth;
        private List<Pairs> excluded = List.of();
        private int on;
        private BitSet awaited;

        private Branch(Branch parent, int twin, int server) {
            this.parent = parent;
            this.twin = twin;
            this.server = server;
            depth = parent == null ? 0 : parent.depth + 1;
        }
    }

    /** With what is left to the root before it excludes anything. */
    ProofTree(Domain start) {
        this.start = start;
    }

    /**
     * Finds the place of a node below its parent, which no longer waits for it.
     *
     * @throws RefutedException if there is no such place
     */
    Branch enter(Node node) {
        if (node.isRoot()) {
            return new Branch(null, Node.NONE, Node.NONE);
        }
        Node.Place claimed = node.place();
        Branch parent = open.get(claimed.parent());
        require(
                parent != null,
                "its parent, node " + claimed.parent() + ", does not branch before it or has all its children");
        require(
                parent.on == claimed.twin(),
                "it decides twin " + claimed.twin() + ", but its parent branches on twin " + parent.on);
        require(
                parent.awaited.get(claimed.server()),
                "its parent, node " + claimed.parent() + ", has no child to come on server " + claimed.server());
        parent.awaited.clear(claimed.server());
        if (parent.awaited.isEmpty()) {
            open.remove(claimed.parent());
        }
        Branch place = new Branch(parent, claimed.twin(), claimed.server());
        maxDepth = Math.max(maxDepth, place.depth);
        return place;
    }

    /** What the nodes above and their decisions leave; the caller owns it. O(M·R) and what they exclude. */
    Domain domain(Branch place) {
        Deque<Branch> path = new ArrayDeque<>();
        for (Branch node = place; node.parent != null; node = node.parent) {
            path.push(node);
        }
        Domain domain = start.copy();
        for (Branch node : path) {
            node.parent.excluded.forEach(domain::exclude);
            domain.decide(node.twin, node.server);
        }
        return domain;
    }

    /**
     * Waits for the children of a node.
     *
     * @param domain of the node, after what it excludes
     * @throws RefutedException if there is nothing to branch on
     */
    void branch(Node node, Branch place, Domain domain) {
        require(
                domain.count(node.on()) >= 2,
                "it branches on twin " + node.on() + ", which has " + domain.count(node.on()) + " servers left");
        place.on = node.on();
        place.excluded = node.steps().stream().map(Step::pairs).toList();
        place.awaited = new BitSet();
        for (int s = domain.first(node.on()); s <= domain.last(node.on()); s++) {
            if (domain.allows(node.on(), s)) {
                place.awaited.set(s);
            }
        }
        open.put(node.id(), place);
    }

    /** A node that waits for a child, or -1. */
    int waitingNode() {
        return open.isEmpty() ? Node.NONE : open.keySet().iterator().next();
    }

    /** A server on which a waiting node has no child. */
    int awaitedServer(int node) {
        return open.get(node).awaited.nextSetBit(0);
    }

    /** Decisions above the deepest node. */
    int maxDepth() {
        return maxDepth;
    }
}
