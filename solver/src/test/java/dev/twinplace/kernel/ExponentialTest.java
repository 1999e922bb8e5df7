package dev.twinplace.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void isWithinItsErrorOverItsWholeRange() {
        for (int i = 0; i <= 200_000; i++) {
            float x = Exponential.LEAST + (Exponential.MOST - Exponential.LEAST) * i / 200_000;
            double exact = Math.exp(x);
            assertEquals(exact, Exponential.of(x), 2e-7 * exact);
        }
    }

    @Test
    void clipsBeyondIt() {
        assertEquals(Exponential.of(Exponential.LEAST), Exponential.of(-1000));
        assertEquals(Exponential.of(Exponential.MOST), Exponential.of(1000));
    }

    @Test
    void theFirstPartOfTheLogarithmIsShort() {
        int bits = Float.floatToRawIntBits(Exponential.LN2_HIGH);
        assertEquals(0, bits & 0xfff, "its last 12 bits");
        assertEquals(Math.log(2), (double) Exponential.LN2_HIGH + Exponential.LN2_LOW, 1e-11);
    }
}
