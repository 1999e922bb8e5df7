package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The tolerances of a header, from both sides. */
class ClaimCheckTest {
    private static void check(
            PlacementProblem problem, SolveStatus status, BigDecimal cost, BigDecimal bound, int... at) {
        Header header = new Header("", status, Placement.of(at), cost, bound, 1);
        ClaimCheck.check(new ExactProblem(problem), header);
    }

    private static void assertRefuted(String why, Runnable claim) {
        RefutedException refuted = assertThrows(RefutedException.class, claim::run);
        assertTrue(refuted.getMessage().startsWith(why), refuted.getMessage());
    }

    /** Both twins on server 0, whose capacity is one; the second demand is chosen by the test. */
    private static void load(double second) {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .demand(0, 0.5)
                .demand(1, 0, second)
                .demand(1, 1, 0.5)
                .capacity(0, 1)
                .build();
        check(problem, SolveStatus.FEASIBLE, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    }

    @Test
    void theToleranceOfALimitIsGrantedTwice() {
        // n = 2 and d = 1, so that the limit is 1 + 5 · 2^-53, in double precision 1 + 4 · 2^-53
        assertDoesNotThrow(() -> load(0.5 + 4 * 0x1p-53));
        assertDoesNotThrow(() -> load(0.5 + 8 * 0x1p-53));
        assertRefuted("the placement puts a load of 1.00000000000000", () -> load(0.5 + 9 * 0x1p-53));
    }

    /** One twin of huge cost, which is its offset, and one whose excess on server 1 is given. */
    private static PlacementProblem offset(double excess) {
        return PlacementProblem.builder(2, 2)
                .cost(0, 0, 1 << 30)
                .cost(0, 1, 1 << 30)
                .cost(1, 1, excess)
                .build();
    }

    @Test
    void optimalityIsRelativeToTheExcess() {
        PlacementProblem problem = offset(0.5);
        BigDecimal cost = new BigDecimal("1073741824.5");
        BigDecimal rounding = new BigDecimal("7.15e-7"); // (2 + 2 + 2) · 2^-53 · cost
        BigDecimal little = new BigDecimal("0.5e-9").add(rounding.subtract(new BigDecimal("1e-8")));
        assertDoesNotThrow(() -> check(problem, SolveStatus.OPTIMAL, cost, cost.subtract(little), 0, 1));
        BigDecimal much = new BigDecimal("1e-6");
        assertRefuted(
                "OPTIMAL needs a bound closer",
                () -> check(problem, SolveStatus.OPTIMAL, cost, cost.subtract(much), 0, 1));
        assertDoesNotThrow(() -> check(problem, SolveStatus.FEASIBLE, cost, cost.subtract(much), 0, 1));
    }

    @Test
    void wholeCostsHaveNoTolerance() {
        PlacementProblem problem = offset(1 << 20);
        BigDecimal cost = BigDecimal.valueOf((1L << 30) + (1L << 20));
        BigDecimal tiny = new BigDecimal("1e-30");
        assertDoesNotThrow(() -> check(problem, SolveStatus.OPTIMAL, cost, cost, 0, 1));
        assertRefuted(
                "OPTIMAL needs a bound closer",
                () -> check(problem, SolveStatus.OPTIMAL, cost, cost.subtract(tiny), 0, 1));
        assertRefuted(
                "the placement costs 1074790400, not",
                () -> check(problem, SolveStatus.FEASIBLE, cost.subtract(tiny), BigDecimal.ONE, 0, 1));
    }

    @Test
    void costsMayBeRoundedAsSumsAre() {
        PlacementProblemBuilder builder = PlacementProblem.builder(2, 1).contention(0, 0.1);
        PlacementProblem problem = builder.cost(0, 0, 0.1)
                .cost(1, 0, -0.3)
                .weight(0, 3)
                .work(1, 0.7)
                .build();
        BigDecimal nearly = new BigDecimal("0.01"); // 0.1 - 0.3 + 0.1 · 3 · 0.7; terms sum to 0.61
        BigDecimal bound = new BigDecimal("-1");
        assertDoesNotThrow(() -> check(problem, SolveStatus.FEASIBLE, nearly, bound, 0, 0));
        assertDoesNotThrow(
                () -> check(problem, SolveStatus.FEASIBLE, nearly.add(new BigDecimal("2e-16")), bound, 0, 0));
        assertRefuted(
                "the placement costs 0.0",
                () -> check(problem, SolveStatus.FEASIBLE, nearly.add(new BigDecimal("5e-16")), bound, 0, 0));
    }
}
