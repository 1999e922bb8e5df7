package dev.twinplace.ddl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleDatabaseTest {
    private static SampleDatabase filled(int samples) {
        SampleDatabase database = new SampleDatabase(3, 2, 1);
        for (int i = 0; i < samples; i++) {
            database.add(new float[] {i, 10 * i}, new float[] {-1, 100 * i}, 1);
        }
        return database;
    }

    @Test
    void holdsWhatItWasGiven() {
        SampleDatabase database = filled(2);
        assertEquals(2, database.size());
        assertArrayEquals(new float[] {0, 0, 1, 10}, database.heldSamples());
        assertArrayEquals(new float[] {0, 100}, database.heldLabels());
    }

    @Test
    void theOldestGivesWay() {
        SampleDatabase database = filled(5);
        assertEquals(3, database.size());
        assertEquals(5, database.taken());
        assertArrayEquals(new float[] {3, 30, 4, 40, 2, 20}, database.heldSamples());
        assertArrayEquals(new float[] {300, 400, 200}, database.heldLabels());
    }

    @Test
    void goesOnWhereItWasStopped() {
        for (int before = 0; before < 8; before++) {
            SampleDatabase stopped = filled(before);
            SampleDatabase resumed = new SampleDatabase(3, 2, 1);
            resumed.restore(stopped.taken(), stopped.heldSamples(), stopped.heldLabels());
            stopped.add(new float[] {7, 8}, new float[] {9}, 0);
            resumed.add(new float[] {7, 8}, new float[] {9}, 0);
            assertArrayEquals(stopped.heldSamples(), resumed.heldSamples());
            assertArrayEquals(stopped.heldLabels(), resumed.heldLabels());
        }
    }
}
