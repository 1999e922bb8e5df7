package dev.twinplace.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthFiguresTest {
    private final List<GrowthSample> samples = new ArrayList<>();

    @BeforeEach
    void measure() {
        for (int size = 10; size <= 10_000; size *= 10) {
            samples.add(new GrowthSample("M", "greedy", size, 3.0 * size * size));
            samples.add(new GrowthSample("M", "lagrangian@1s", size, 1e6));
        }
        samples.add(new GrowthSample("S", "greedy", 10, 5));
    }

    @Test
    void anExponentIsTheSlopeOfLogarithmsAndABudgetHasNone() {
        SmallTable table = GrowthFigures.exponents("t", samples);
        assertEquals(List.of("time of", "twins M", "edge servers S"), table.headers());
        assertEquals(List.of(List.of("greedy", "2.00 ± 0.00", "–")), table.rows());
    }

    @Test
    void thereIsAPanelForEachDimensionAndALineForEachFit() {
        List<Panel> panels = GrowthFigures.panels("id", "t", samples);
        assertEquals(
                List.of("By twins M", "By edge servers S"),
                panels.stream().map(Panel::caption).toList());
        assertEquals(
                List.of(Form.POINTS, Form.FIT, Form.LINE),
                panels.get(0).chart().series().stream().map(Series::form).toList());
        Series fit = panels.get(0).chart().series().get(1);
        assertEquals(3e8, fit.points().get(3).y(), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "ddl-price:polish=none, 'ddl-price, unpolished'",
        "ddl-price:polish=none@10ms, 'ddl-price, unpolished, 10 ms'",
        "M200S20, '200 twins, 20 edge servers'",
        "60x10 200, '60 twins, 10 edge servers, 200 µs allowed'",
        "N120, 120 devices",
        "affineBatch128, affine batch 128",
        "branch-and-bound, branch-and-bound",
        "4×3, 4×3"
    })
    void namesAreShownInWords(String name, String shown) {
        assertEquals(shown, DisplayNames.words(name));
    }
}
