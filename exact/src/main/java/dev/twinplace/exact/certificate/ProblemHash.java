package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a problem by its numbers, so that a certificate can say which problem it is about.
 *
 * <p>SHA-256 over big-endian bytes: M and R as int; then as IEEE 754 doubles, with 0.0 for -0.0, M·R costs and M·R demands,
 * both row-major, twins × servers, R capacities, R contentions and, if any contention is positive, M weights and M works. Where there
 * are side constraints: the number of rows as int; of each row the number of members, the twin of each as int and its demand, R limits
 * and R tolerated sums; and if work is limited, M works, M·R limits and M·R tolerated sums.
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
        if (!problem.side().isNone()) {
            addSide(problem);
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

    private void addSide(PlacementProblem problem) {
        SideConstraints side = problem.side();
        add(side.rows());
        for (int r = 0; r < side.rows(); r++) {
            add(side.members(r));
            for (int i = 0; i < side.members(r); i++) {
                add(side.member(r, i));
                add(side.memberDemand(r, i));
            }
            for (int s = 0; s < problem.servers(); s++) {
                add(side.limit(r, s));
            }
            for (int s = 0; s < problem.servers(); s++) {
                add(side.sumLimit(r, s));
            }
        }
        if (side.hasWorkLimits()) {
            addWorkLimits(problem);
        }
    }

    private void addWorkLimits(PlacementProblem problem) {
        int servers = problem.servers();
        for (int m = 0; m < problem.twins(); m++) {
            add(problem.work(m));
        }
        for (int cell = 0; cell < problem.twins() * servers; cell++) {
            add(problem.side().workLimit(cell / servers, cell % servers));
        }
        for (int cell = 0; cell < problem.twins() * servers; cell++) {
            add(problem.side().workSumLimit(cell / servers, cell % servers));
        }
    }

    private void add(int value) {
        if (bytes.remaining() < Integer.BYTES) {
            flush();
        }
        bytes.putInt(value);
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
