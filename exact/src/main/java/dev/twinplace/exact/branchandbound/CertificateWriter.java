package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.certificate.ProblemHash;
import dev.twinplace.io.AtomicFiles;
import dev.twinplace.problem.PlacementProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a certificate, {@code twinplace/certificate/1}: a header, then a line for each node. The header states what only the
 * end of the search knows, so nodes are kept in a temporary file until then.
 */
final class CertificateWriter implements ProofSink, AutoCloseable {
    private static final String FORMAT = "twinplace/certificate/1";

    private final PlacementProblem problem;
    private final Path nodesFile;
    private final Writer nodesOut;
    private long nodes;

    CertificateWriter(PlacementProblem problem) {
        this.problem = problem;
        try {
            nodesFile = Files.createTempFile("twinplace-certificate", ".jsonl");
            nodesOut = new BufferedWriter(Files.newBufferedWriter(nodesFile), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void add(ProofNode node) {
        long id = nodes++;
        try {
            nodesOut.write(line(node, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.written(id);
    }

    private String line(ProofNode node, long id) {
        StringBuilder line = new StringBuilder("{\"node\":").append(id);
        if (node.parent() != null) {
            if (node.parent().id() < 0) {
                throw new IllegalStateException("a node is written before its parent");
            }
            line.append(",\"parent\":").append(node.parent().id());
            line.append(",\"twin\":").append(node.twin()).append(",\"server\":").append(node.server());
        }
        if (!node.exclusions().isEmpty()) {
            line.append(",\"exclude\":");
            line.append(node.exclusions().stream().map(this::exclusion).collect(Collectors.joining(",", "[", "]")));
        }
        line.append(",\"close\":\"").append(word(node.close())).append('"');
        switch (node.close()) {
            case BOUND -> line.append(",\"prices\":").append(Arrays.toString(node.prices()));
            case BRANCH -> line.append(",\"on\":").append(node.branchTwin());
            case PLACEMENT, CONTRADICTION -> {}
        }
        return line.append("}\n").toString().replace(" ", "");
    }

    private String exclusion(ProofNode.Exclusion exclusion) {
        int[] pairs = new int[2 * exclusion.cells().length];
        for (int i = 0; i < exclusion.cells().length; i++) {
            pairs[2 * i] = exclusion.cells()[i] / problem.servers();
            pairs[2 * i + 1] = exclusion.cells()[i] % problem.servers();
        }
        String prices = exclusion.prices() == null ? "" : ",\"prices\":" + Arrays.toString(exclusion.prices());
        return "{\"by\":\"" + word(exclusion.reason()) + "\"" + prices + ",\"pairs\":" + Arrays.toString(pairs) + "}";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes header and nodes, to a file whole or not at all. */
    void finish(SolveResult result, SolveContext context, Path file) {
        try {
            nodesOut.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AtomicFiles.write(file, out -> write(result, context, out));
    }

    private void write(SolveResult result, SolveContext context, OutputStream out) {
        try {
            out.write(header(result, context).getBytes(StandardCharsets.UTF_8));
            Files.copy(nodesFile, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String header(SolveResult result, SolveContext context) {
        String placement = result.placement()
                .map(each -> Arrays.toString(each.toArray()).replace(" ", ""))
                .orElse("null");
        String cost = result.placement().isPresent() ? new BigDecimal(result.cost()).toString() : "null";
        String bound = result.status() == SolveStatus.INFEASIBLE
                ? "null"
                : bound(result, context).toString();
        return "{\"format\":\"" + FORMAT + "\",\"problem\":\"" + ProblemHash.of(problem) + "\",\"status\":\""
                + result.status()
                + "\",\"placement\":" + placement + ",\"cost\":" + cost + ",\"bound\":" + bound + ",\"nodes\":" + nodes
                + "}\n";
    }

    /** At most the stated cost, which is a sum in double precision. */
    private static BigDecimal bound(SolveResult result, SolveContext context) {
        BigDecimal bound = context.reduction().offset().add(new BigDecimal(context.lowerBound()));
        return result.placement().isPresent() ? bound.min(new BigDecimal(result.cost())) : bound;
    }

    @Override
    public void close() {
        try {
            nodesOut.close();
            Files.deleteIfExists(nodesFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
