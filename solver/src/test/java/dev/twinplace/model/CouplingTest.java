package dev.twinplace.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouplingTest {
    @ParameterizedTest
    @CsvSource({"independent, INDEPENDENT", "capacity, CAPACITY", "contention, CONTENTION"})
    void idsAreThoseOfTheFileFormat(String id, Coupling coupling) {
        assertEquals(id, coupling.id());
        assertEquals(id, coupling.toString());
        assertEquals(coupling, Coupling.ofId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "Capacity", " capacity"})
    void anyOtherIdIsRefused(String id) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Coupling.ofId(id));
        assertEquals("must be independent, capacity or contention, but was " + id, e.getMessage());
    }

    @Test
    void idsDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("capacity", Coupling.CAPACITY.id());
        } finally {
            Locale.setDefault(before);
        }
    }
}
