package dev.twinplace.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the columns of a survey are called, where that differs from the usual names. Case does not matter, nor whether words
 * are joined by a space or by {@code _}.
 *
 * @param byField names of columns by what they hold, one of {@link #FIELDS}
 */
public record SurveyColumns(Map<String, String> byField) {
    /** What columns can hold. */
    public static final List<String> FIELDS = List.of(
            "siteId",
            "siteLatitude",
            "siteLongitude",
            "clockGHz",
            "capacityMB",
            "labels",
            "deviceId",
            "deviceLatitude",
            "deviceLongitude",
            "twin",
            "workloadMB",
            "bandwidthMbps",
            "demandMB");

    /** The usual names. */
    public static final SurveyColumns USUAL = new SurveyColumns(Map.of());

    /** @throws IllegalArgumentException for a field that there is not */
    public SurveyColumns {
        byField = Map.copyOf(byField);
        for (String field : byField.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(
                        "column: must be one of " + String.join(", ", FIELDS) + ", but was " + field);
            }
        }
    }

    /** Whether a column was named for a field. */
    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The column that was named for a field, which must be there; empty if none was named. */
    OptionalInt named(CsvTable table, String field) {
        return name(field)
                .map(name -> OptionalInt.of(table.column(List.of(name))))
                .orElseGet(OptionalInt::empty);
    }

    /** The column that was named for a field, or that has one of the usual names, which must be there. */
    int required(CsvTable table, String field, List<String> usual) {
        return table.column(name(field).map(List::of).orElse(usual));
    }

    private Optional<String> name(String field) {
        return Optional.ofNullable(byField.get(field)).map(SurveyColumns::normal);
    }

    /** As names are compared. */
    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
