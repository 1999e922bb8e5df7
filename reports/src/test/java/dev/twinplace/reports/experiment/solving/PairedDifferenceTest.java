package dev.twinplace.reports.experiment.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
    private static final int COUNT = 100;

    private static PairedDifference shifted(double shift, double spread) {
        double[] others = new double[COUNT];
        double[] figures = new double[COUNT];
        Arrays.setAll(others, i -> i);
        Arrays.setAll(figures, i -> i + shift + (i % 2 == 0 ? spread : -spread));
        return PairedDifference.of(figures, others);
    }

    @Test
    void aDifferenceIsDecidedIfItsIntervalIsOnOneSideOfZero() {
        assertEquals(PairedDifference.WORSE, shifted(0.5, 0.1).verdict());
        assertEquals(PairedDifference.BETTER, shifted(-0.5, 0.1).verdict());
        assertEquals(PairedDifference.UNDECIDED, shifted(0.5, 10).verdict());
        assertEquals(PairedDifference.UNDECIDED, shifted(0, 0).verdict());
        assertEquals(0.5, shifted(0.5, 0.1).interval().mean(), 1e-9);
    }
}
