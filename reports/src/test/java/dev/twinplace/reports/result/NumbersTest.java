package dev.twinplace.reports.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.0423456, ratio, 4.23 %",
        "0, ratio, 0 %",
        "1e-12, ratio, 0 %",
        "1.5, ratio, 150 %",
        "0.9986, ratio, 99.9 %",
        "52.703, us, 52.7 µs",
        "8658.9, us, 8.66 ms",
        "1003487, us, 1 s",
        "1.5, ms, 1.5 ms",
        "93.1, s, 93.1 s",
        "1350, count, '1,350'",
        "1073741824, count, 1.07E9",
        "366.64351, cost, 366.6",
        "-2, count, −2",
        "NaN, ratio, –",
        "512, MB, 512 MB",
    })
    void areShortAndHaveTheUnitThatFits(double figure, String unit, String expected) {
        assertEquals(expected, Numbers.withUnit(figure, unit).replace('\u00a0', ' '));
    }
}
