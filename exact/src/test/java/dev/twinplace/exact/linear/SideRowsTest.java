package dev.twinplace.exact.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.side.SideCase;
import org.junit.jupiter.api.Test;

/** The linear program of a problem with side constraints allows exactly the placements that are feasible. */
class SideRowsTest {
    @Test
    void aPlacementKeepsTheRowsIfAndOnlyIfItIsFeasible() {
        int feasible = 0;
        int broken = 0;
        for (int seed = 0; seed < 300; seed++) {
            SideCase each = SideCase.small(seed);
            LinearProgram program = Linearisation.of(each.problem());
            int[] serverOf = new int[each.twins];
            do {
                boolean isFeasible = each.isFeasible(serverOf);
                assertEquals(isFeasible, keepsLimits(program, serverOf, each.servers), "seed " + seed);
                feasible += isFeasible ? 1 : 0;
                broken += isFeasible ? 0 : 1;
            } while (each.advance(serverOf));
        }
        assertTrue(feasible > 1000 && broken > 1000, feasible + " feasible, " + broken + " not");
    }

    /** Where all is a multiple of 1/64 the tolerance only says which rows are weakened for what they could be rounded by. */
    private static boolean keepsLimits(LinearProgram program, int[] serverOf, int servers) {
        for (Constraint constraint : program.constraints()) {
            boolean isLimit = constraint.relation() == LinearProgram.Relation.AT_MOST;
            double sum = 0;
            for (Term term : constraint.terms()) {
                boolean isThere = term.variable() < serverOf.length * servers
                        && serverOf[term.variable() / servers] == term.variable() % servers;
                sum += isThere ? term.coefficient() : 0;
            }
            if (isLimit && sum > constraint.bound() + 1e-9) {
                return false;
            }
        }
        return true;
    }
}
