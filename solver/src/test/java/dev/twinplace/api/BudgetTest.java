package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void nodesAreSpentWhenTheyAreReached() {
        BudgetMeter meter = Budget.ofNodes(10).start();
        assertFalse(meter.isSpent(9));
        assertTrue(meter.isSpent(10));
        assertTrue(Budget.ofNodes(0).start().isSpent(0));
    }

    @Test
    void timeIsSpentWhenItIsOver() {
        assertTrue(Budget.ofTime(Duration.ZERO).start().isSpent(0));
        assertFalse(Budget.ofTime(Duration.ofDays(1)).start().isSpent(Long.MAX_VALUE - 1));
    }

    @Test
    void moreTimeThanCanBeCountedIsUnlimited() {
        assertTrue(Budget.ofTime(Duration.ofSeconds(Long.MAX_VALUE)).isUnlimited());
        assertTrue(Budget.UNLIMITED.isUnlimited());
        assertFalse(Budget.ofNodes(5).isUnlimited());
        assertFalse(Budget.ofTime(Duration.ofDays(1)).isUnlimited());
        assertFalse(Budget.UNLIMITED.start().isSpent(Long.MAX_VALUE - 1));
    }

    @Test
    void aCancelledSolveHasNothingLeftToSpend() {
        CancellationToken token = new CancellationToken();
        BudgetMeter meter = new BudgetMeter(Budget.UNLIMITED, token);
        assertFalse(meter.isSpent(0));
        token.cancel();
        assertTrue(meter.isSpent(0));
    }

    @Test
    void nothingIsNegative() {
        assertThrows(IllegalArgumentException.class, () -> Budget.ofNodes(-1));
        assertThrows(IllegalArgumentException.class, () -> Budget.ofTime(Duration.ofNanos(-1)));
    }

    @Test
    void solversAreFoundById() {
        List<String> ids = Solvers.all().stream().map(SolverEntry::id).toList();
        assertEquals(
                List.of("random", "cloud-only", "average", "best-fixed", "greedy", "local-search"), ids.subList(0, 6));
        assertEquals("ddl-paper", Solvers.entry("ddl-paper").id());
        assertEquals("greedy", Solvers.entry("greedy").id());
        String message = assertThrows(IllegalArgumentException.class, () -> Solvers.create("x"))
                .getMessage();
        assertEquals("solver: must be one of " + String.join(", ", ids) + ", but was x", message);
    }
}
