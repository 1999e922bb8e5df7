package dev.twinplace.io;

import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsCsvReaderTest {
    private static final LocalDateTime AT = LocalDateTime.of(2017, 3, 5, 8, 0);

    private static Counts read(String text) {
        return CountsCsvReader.read("counts.csv", utf8(text), AT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Hour,A,b c,D,E\n05/03/2017,8,140,0.5,-1,\n05/03/2017,9,1,1,1,1\n",
                "date,HOUR,A,b c,D,E\n5/3/2017,8,140,0.5,-1.0,\" \"\n",
                "\uFEFFA,b c,D,E,Hour,Date\r\n140,0.5,,-1,08,2017-03-05\r\n"
            })
    void readsTheRowOfAnHour(String text) {
        Counts counts = read(text);
        assertEquals(OptionalDouble.of(140), counts.of("A"));
        assertEquals(OptionalDouble.of(0.5), counts.of("b c"));
        assertEquals(OptionalDouble.empty(), counts.of("D"));
        assertEquals(OptionalDouble.empty(), counts.of("E"));
        assertEquals(OptionalDouble.empty(), counts.of("a"));
        assertEquals(OptionalDouble.empty(), counts.of("Hour"));
    }

    @Test
    void readsAllHoursInTheOrderOfTime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("counts.csv");
        Files.writeString(file, "Date,Hour,A\n05/03/2017,9,2\n05/03/2017,8,1\n");
        SortedMap<LocalDateTime, Counts> hours = CountsCsvReader.readAll(file);
        assertEquals(List.of(AT, AT.plusHours(1)), List.copyOf(hours.keySet()));
        assertEquals(OptionalDouble.of(1), hours.get(AT).of("A"));
        Files.writeString(file, "Date,Hour,A\n05/03/2017,8,2\n2017-03-05,8,1\n");
        InvalidInputException twice = assertThrows(InvalidInputException.class, () -> CountsCsvReader.readAll(file));
        assertTrue(
                twice.getMessage().endsWith("line 3: 2017-03-05T08: must be one row, but is two"), twice::getMessage);
    }

    static Stream<Arguments> notCounts() {
        String date = "must be a date like 2017-03-15 or 15/3/2017, but was ";
        return Stream.of(
                arguments("Date,Hour,A\n", "must have a header and at least one row, but had 1 lines"),
                arguments("Day,Hour,A\n1/1/2017,0,1\n", "line 1: must have a column date, but has Day, Hour, A"),
                arguments("Date,A\n1/1/2017,1\n", "line 1: must have a column hour, but has Date, A"),
                arguments("Date,Hour\n1/1/2017,0\n", "line 1: must have a column for a sensor, but has Date, Hour"),
                arguments("Date,Hour,\n1/1/2017,0,1\n", "line 1: column 3: must have a name, but was blank"),
                arguments("Date,Hour,A,A\n1/1/2017,0,1,1\n", "line 1: A: must be one column, but is two"),
                arguments("Date,Hour,A\n31/2/2017,0,1\n", "line 2: Date: " + date + "31/2/2017"),
                arguments("\n\nDate,Hour,\n1/1/2017,0,1\n", "line 3: column 3: must have a name, but was blank"),
                arguments("\nDate,Hour\n1/1/2017,0\n", "line 2: must have a column for a sensor, but has Date, Hour"),
                arguments("Date,Hour,A\n31/02/2017,0,1\n", "line 2: Date: " + date + "31/02/2017"),
                arguments("Date,Hour,A\n2017-02-29,0,1\n", "line 2: Date: " + date + "2017-02-29"),
                arguments(
                        "Date,Hour,A\n5/3/2017,8,1\n5/3/2017,9,-2\n",
                        "line 3: A: must be >= 0, or -1 or empty for no count, but was -2"),
                arguments("Date,Hour,A\n5/3/2017,8,1e999\n", "line 2: A: must be a finite number, but was 1e999"),
                arguments("Date,Hour,A,B\n5/3/2017,8,1\n", "line 2: must have 4 fields as the header has, but had 3"),
                arguments("Date,Hour,A\n5/3/2017,8,1,2\n", "line 2: must have 3 fields as the header has, but had 4"),
                arguments("Date,Hour,A\n3/15/2017,0,1\n", "line 2: Date: " + date + "3/15/2017"),
                arguments("Date,Hour,A\n2017-3-5,0,1\n", "line 2: Date: " + date + "2017-3-5"),
                arguments("Date,Hour,A\n1/1/17,0,1\n", "line 2: Date: " + date + "1/1/17"),
                arguments("Date,Hour,A\n,0,1\n", "line 2: Date: " + date + "empty"),
                arguments("Date,Hour,A\n1/1/2017,24,1\n", "line 2: Hour: must be an hour from 0 to 23, but was 24"),
                arguments("Date,Hour,A\n1/1/2017,-1,1\n", "line 2: Hour: must be an hour from 0 to 23, but was -1"),
                arguments("Date,Hour,A\n1/1/2017,8.5,1\n", "line 2: Hour: must be an hour from 0 to 23, but was 8.5"),
                arguments("Date,Hour,A\n1/1/2017,8h,1\n", "line 2: Hour: must be a finite number, but was 8h"),
                arguments(
                        "Date,Hour,A\n1/1/2017,8,-2\n",
                        "line 2: A: must be >= 0, or -1 or empty for no count, but was -2"),
                arguments("Date,Hour,A\n1/1/2017,8,many\n", "line 2: A: must be a finite number, but was many"),
                arguments(
                        "Date,Hour,A\n6/3/2017,8,1\n1/3/2017,8,1\n4/3/2017,23,1\n",
                        "must have a row for 2017-03-05T08, but has 2017-03-01T08 to 2017-03-06T08"),
                arguments(
                        "Date,Hour,A\n5/3/2017,8,1\n2017-03-05,8,1\n",
                        "line 3: 2017-03-05T08: must be one row, but is two"),
                arguments("Date,Hour,A\n5/3/2017,8,\"1\n", "line 2: Unclosed quoted field at end of input"));
    }

    @ParameterizedTest
    @MethodSource
    void notCounts(String text, String complaint) {
        assertComplaint("counts.csv: " + complaint, () -> read(text));
    }

    @Test
    void namesFirstAndLastHourOfMelbournesMarch() {
        Path file = SharedData.require("melbourne-sensors/pedestrian_03_2017.csv");
        assertComplaint(
                file + ": must have a row for 2017-04-01T00, but has 2017-03-01T00 to 2017-03-31T23",
                () -> CountsCsvReader.read(file, LocalDateTime.of(2017, 4, 1, 0, 0)));
        assertEquals(
                OptionalDouble.of(908),
                CountsCsvReader.read(file, LocalDateTime.of(2017, 3, 1, 8, 0)).of("State Library"));
    }
}
