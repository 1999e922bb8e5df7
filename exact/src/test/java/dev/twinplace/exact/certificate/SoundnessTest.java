package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * No certificate of a wrong bound holds: random trees with random steps and random ends, on problems whose
 * optimum is known. The same trees with a true bound hold now and then, so that they are not refuted for their form.
 */
class SoundnessTest {
    private static final int PROBLEMS = 150;
    private static final int TREES = 12;

    private final SplittableRandom random = new SplittableRandom(12);

    @Test
    void noTreeProvesMoreThanTheOptimum() {
        int holds = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            BigDecimal optimum = new TestProver(problem).optimum();
            for (int tree = 0; tree < TREES && optimum != null; tree++) {
                List<String> nodes = new ArrayList<>();
                grow(problem, nodes, "\"node\":0", 0);
                BigDecimal above = optimum.add(BigDecimal.valueOf(Math.scalb(1.0, -random.nextInt(40))));
                assertFalse(holds(problem, above, nodes), "problem " + seed + ", tree " + tree);
                assertFalse(holds(problem, null, nodes), "problem " + seed + ", tree " + tree);
                BigDecimal below = optimum.subtract(BigDecimal.valueOf(random.nextDouble(200)));
                holds += holds(problem, below, nodes) ? 1 : 0;
            }
        }
        assertTrue(holds > PROBLEMS, "true claims that hold: " + holds);
    }

    private static boolean holds(PlacementProblem problem, BigDecimal bound, List<String> nodes) {
        List<String> lines = new ArrayList<>(nodes);
        String status = bound == null ? "INFEASIBLE" : "UNKNOWN";
        lines.add(
                0,
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem) + "\",\"status\":\""
                        + status + "\",\"placement\":null,\"cost\":null,\"bound\":" + bound + ",\"nodes\":"
                        + nodes.size() + "}");
        return TestProver.verify(problem, lines) instanceof Verification.Holds;
    }

    /** Branches on twin after twin, with a child on every server: as long as no step takes one away, none is missing. */
    private void grow(PlacementProblem problem, List<String> lines, String start, int depth) {
        int at = lines.size();
        String exclude = random.nextInt(3) == 0 ? ",\"exclude\":[" + step(problem, at) + "]" : "";
        boolean branches =
                depth < problem.twins() && problem.servers() > 1 && lines.size() < 60 && random.nextInt(3) > 0;
        if (!branches) {
            String end = List.of("\"placement\"", "\"contradiction\"", "\"bound\",\"prices\":" + prices(problem))
                    .get(depth == problem.twins() ? random.nextInt(2) : 2);
            lines.add("{" + start + exclude + ",\"close\":" + end + "}");
            return;
        }
        lines.add("{" + start + exclude + ",\"close\":\"branch\",\"on\":" + depth + "}");
        for (int s = 0; s < problem.servers(); s++) {
            String child = "\"node\":" + lines.size() + ",\"parent\":" + at + ",\"twin\":" + depth + ",\"server\":" + s;
            grow(problem, lines, child, depth + 1);
        }
    }

    private String step(PlacementProblem problem, int node) {
        String pairs = "\"pairs\":[" + random.nextInt(problem.twins()) + "," + random.nextInt(problem.servers()) + "]}";
        return switch (random.nextInt(node == 0 ? 3 : 2)) {
            case 0 -> "{\"by\":\"prices\",\"prices\":" + prices(problem) + "," + pairs;
            case 1 -> "{\"by\":\"alike\"," + pairs;
            default -> "{\"by\":\"free-server\"," + pairs;
        };
    }

    private String prices(PlacementProblem problem) {
        double scale = random.nextInt(3) * problem.costMagnitude() / problem.twins() / 4;
        return random.doubles(problem.twins())
                .map(each -> each * scale)
                .boxed()
                .toList()
                .toString();
    }
}
