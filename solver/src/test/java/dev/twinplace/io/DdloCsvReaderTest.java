package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdloCsvReaderTest {
    private static final String HEADER = "d11_MB,d12_MB,d13_MB,d21_MB,d22_MB,d23_MB,d31_MB,d32_MB,d33_MB,q_opt,x11\n";
    private static final String ROW = "10,20,30,11,21,31,12,22,32,600.5,1\n";

    private static List<DdloRow> read(String text) {
        return DdloCsvReader.read("x", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsSizesAndOptimum() {
        DdloRow row = new DdloRow(List.of(10.0, 20.0, 30.0, 11.0, 21.0, 31.0, 12.0, 22.0, 32.0), 600.5);
        assertEquals(List.of(row, row), read(HEADER + ROW + ROW));
    }

    @Test
    void columnsMayStandInAnyOrder() {
        assertEquals(read(HEADER + ROW), read("""
                        q_opt,d33_MB,d32_MB,d31_MB,d23_MB,d22_MB,d21_MB,d13_MB,d12_MB,d11_MB
                        600.5,32,22,12,31,21,11,30,20,10
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "'10,20', '0,20', x: line 3: d11_MB: must be > 0 but was 0",
        "'22,32', 'many,32', x: line 3: d32_MB: must be a finite number but was many",
        "600.5, -1, x: line 3: q_opt: must be > 0 but was -1",
        "',1', '', x: line 3: must have 11 fields as the header has but had 10",
    })
    void complaintsNameLineFieldAndValue(String old, String replacement, String complaint) {
        String bad = ROW.replaceFirst(old, replacement == null ? "" : replacement);
        InvalidInputException failure = assertThrows(InvalidInputException.class, () -> read(HEADER + ROW + bad));
        assertEquals(complaint, failure.getMessage().replace(",", ""));
    }

    @Test
    void aMissingColumnIsNamed() {
        InvalidInputException failure =
                assertThrows(InvalidInputException.class, () -> read(HEADER.replace("d22_MB", "e22") + ROW));
        assertEquals(
                "x: line 1: must have a column d22_mb", failure.getMessage().split(",", 2)[0]);
    }
}
