package dev.twinplace.reports.experiment.solving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SolverWorkTest {
    @Test
    void nodesAreNotedByScenario() {
        SolverWork work = new SolverWork(2);
        work.note(0, 1, true);
        work.note(1, 400, false);
        assertArrayEquals(new double[] {1, 400}, work.nodes());
        assertArrayEquals(new double[] {0, Math.log(400)}, work.logs());
        assertEquals(0.5, work.reached());
        assertArrayEquals(new double[] {14, 413}, work.after(13).nodes());
        assertEquals(0.5, work.after(13).reached());
    }
}
