package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.ProofTree.Branch;
import dev.twinplace.problem.PlacementProblem;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a certificate of branch-and-bound (format {@code twinplace/certificate/1}) against its problem: the hash, the
 * claimed placement and its cost, and that the leaves of the search cover all placements and allow none better than the bound.
 *
 * <p>For those who need not trust the search: nothing here is shared with it, and all numbers are exact rationals. A node
 * costs O(M·R) and, for each list of prices and each pair that they exclude, some small exact searches, whose steps are
 * limited.
 */
public final class CertificateVerifier {
    private final PlacementProblem problem;
    private final CertificateReader reader;
    /** Grows with the lines that are there, not with the number that the header announces. */
    private final Set<Integer> seen = new HashSet<>();

    private ProofTree tree;
    private NodeCheck check;
    private int count;

    private CertificateVerifier(PlacementProblem problem, CertificateReader reader) {
        this.problem = problem;
        this.reader = reader;
    }

    /**
     * Reads a certificate to its end and checks it; the caller closes the stream.
     *
     * @param problem that it shall be about
     * @param source what to call it in messages
     * @return that it holds, or the first claim that does not
     * @throws dev.twinplace.io.InvalidInputException if it cannot be read or is not of the format
     */
    public static Verification verify(PlacementProblem problem, String source, InputStream certificate) {
        CertificateReader reader = new CertificateReader(
                source,
                certificate,
                problem.twins(),
                problem.servers(),
                problem.side().rows());
        return new CertificateVerifier(problem, reader).verify();
    }

    private Verification verify() {
        Header header = reader.header();
        try {
            checkHeader(header);
        } catch (RefutedException e) {
            return new Verification.Refuted(Verification.Refuted.HEADER, e.getMessage());
        }
        for (Optional<Node> node = reader.next(); node.isPresent(); node = reader.next()) {
            requireNew(node.get(), header);
            try {
                check(node.get());
            } catch (RefutedException e) {
                return new Verification.Refuted(node.get().id(), e.getMessage());
            }
        }
        return end(header);
    }

    private void checkHeader(Header header) {
        RefutedException.require(
                header.problem().equals(ProblemHash.of(problem)), "the proof is about another problem");
        ExactProblem exact = new ExactProblem(problem);
        ClaimCheck.check(exact, header);
        tree = new ProofTree(new Domain(exact));
        check = new NodeCheck(exact, new Target(exact, header.bound()));
    }

    private void requireNew(Node node, Header header) {
        if (count++ == header.nodes()) {
            throw reader.fail("must be absent after " + header.nodes() + " nodes");
        }
        if (!seen.add(node.id())) {
            throw reader.fail("node: must be there once, but " + node.id() + " was before");
        }
    }

    private void check(Node node) {
        Branch place = tree.enter(node);
        Domain domain = tree.domain(place);
        check.exclude(node, domain);
        if (node.close() == Node.Close.BRANCH) {
            tree.branch(node, place, domain);
        } else {
            check.close(node, domain);
        }
    }

    private Verification end(Header header) {
        int waiting = tree.waitingNode();
        if (waiting != Node.NONE) {
            return new Verification.Refuted(
                    waiting,
                    "it has no child on server " + tree.awaitedServer(waiting) + " among the " + count + " nodes of "
                            + header.nodes() + " that are there");
        }
        if (count < header.nodes()) {
            return new Verification.Refuted(
                    Verification.Refuted.HEADER, "of " + header.nodes() + " nodes there are only " + count);
        }
        return new Verification.Holds(count, tree.maxDepth(), header.status());
    }
}
