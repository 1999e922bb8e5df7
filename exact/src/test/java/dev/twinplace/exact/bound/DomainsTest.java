package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DomainsTest {
    private static Domains domains(int twins, int servers) {
        return new Domains(PlacementProblem.builder(twins, servers).build());
    }

    @Test
    void aTwinDoesNotFitWhereItsDemandExceedsTheCapacity() {
        Domains domains = new Domains(PlacementProblem.builder(2, 2)
                .demand(0, 0, 5)
                .demand(0, 1, 5)
                .capacity(0, 4)
                .capacity(1, 5)
                .build());
        assertFalse(domains.allows(0, 0));
        assertTrue(domains.isDecided(0));
        assertEquals(1, domains.onlyServer(0));
        assertEquals(2, domains.serversLeft(1));
    }

    @Test
    void aTwinWithoutServersIsAContradictionUntilUndone() {
        Domains domains = domains(2, 2);
        domains.assign(1, 0);
        int mark = domains.mark();
        domains.forbid(1, 0);
        assertTrue(domains.isContradiction());
        domains.undoTo(mark);
        assertFalse(domains.isContradiction());
        assertEquals(0, domains.onlyServer(1));
    }

    @Test
    void undoesAndCopiesWhateverWasTakenAway() {
        SplittableRandom random = new SplittableRandom(1);
        Domains domains = domains(13, 7);
        Domains copy = domains(13, 7);
        for (int i = 0; i < 500; i++) {
            long[] before = domains.toBits();
            int mark = domains.mark();
            for (int n = random.nextInt(8); n > 0; n--) {
                domains.forbid(random.nextInt(13), random.nextInt(7));
            }
            if (random.nextInt(3) > 0) {
                domains.undoTo(mark);
                assertArrayEquals(before, domains.toBits());
            }
            if (random.nextInt(20) == 0) {
                domains.undoTo(0);
            }
            copy.undoTo(0);
            copy.forbidAll(domains.toBits());
            assertSame(domains, copy);
        }
    }

    private static void assertSame(Domains expected, Domains actual) {
        assertEquals(expected.isContradiction(), actual.isContradiction());
        for (int m = 0; m < 13; m++) {
            int left = 0;
            for (int s = 0; s < 7; s++) {
                assertEquals(expected.allows(m, s), actual.allows(m, s));
                left += actual.allows(m, s) ? 1 : 0;
            }
            assertEquals(left, actual.serversLeft(m));
            assertTrue(left != 1 || actual.allows(m, actual.onlyServer(m)));
        }
    }
}
