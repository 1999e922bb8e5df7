package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a problem by its numbers, so that a certificate can say which problem it is about.
 *
 * <p>SHA-256 over big-endian bytes: M and R as int; then as IEEE 754 doubles, with 0.0 for -0.0, M·R costs and M·R demands,
 * both row-major, twins × servers, R capacities, R contentions and, if any contention is positive, M weights and M works.
 */
public final class ProblemHash {
    private final MessageDigest digest;
    private final ByteBuffer bytes = ByteBuffer.allocate(8 * 1024);

    private ProblemHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 64 lower-case hexadecimal digits. O(M·R). */
    public static String of(PlacementProblem problem) {
        return new ProblemHash().add(problem);
    }

    private String add(PlacementProblem problem) {
        int twins = problem.twins();
        int servers = problem.servers();
        bytes.putInt(twins).putInt(servers);
        for (int cell = 0; cell < twins * servers; cell++) {
            add(problem.cost(cell / servers, cell % servers));
        }
        for (int cell = 0; cell < twins * servers; cell++) {
            add(problem.demand(cell / servers, cell % servers));
        }
        for (int s = 0; s < servers; s++) {
            add(problem.capacity(s));
        }
        for (int s = 0; s < servers; s++) {
            add(problem.contention(s));
        }
        if (problem.hasContention()) {
            addTwins(problem);
        }
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void addTwins(PlacementProblem problem) {
        for (int m = 0; m < problem.twins(); m++) {
            add(problem.weight(m));
        }
        for (int m = 0; m < problem.twins(); m++) {
            add(problem.work(m));
        }
    }

    private void add(double value) {
        if (bytes.remaining() < Double.BYTES) {
            flush();
        }
        bytes.putDouble(value + 0.0); // turns -0.0 into 0.0
    }

    private void flush() {
        digest.update(bytes.array(), 0, bytes.position());
        bytes.clear();
    }
}
