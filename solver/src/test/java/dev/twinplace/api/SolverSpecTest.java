package dev.twinplace.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverSpecTest {
    @ParameterizedTest
    @ValueSource(strings = {"greedy", "x:model=a:b.safetensors:polish=none", "x:model=C:\\a b", "x:model="})
    void isReadAndWritten(String text) {
        assertEquals(text, SolverSpec.parse(text).toString());
    }

    @Test
    void optionsAreInTheOrderOfTheirNames() {
        SolverSpec spec = SolverSpec.parse("x:polish=none").with("model", "m");
        assertEquals("x", spec.id());
        assertEquals(Map.of("model", "m", "polish", "none"), spec.options());
        assertEquals(SolverSpec.parse("x:polish=none:model=m"), spec);
        assertEquals("x:model=m:polish=none", spec.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greedy:polish=none | solver: greedy has no option polish",
                "ddl-paper:polish=none | solver: ddl-paper has no option polish",
                "ddl-paper:model=a:model=b | solver: option model is there twice in ddl-paper:model=a:model=b",
            })
    void whatASolverDoesNotTakeIsRefused(String text, String complaint) {
        assertEquals(
                complaint,
                assertThrows(IllegalArgumentException.class, () -> Solvers.create(text))
                        .getMessage());
    }
}
