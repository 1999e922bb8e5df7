package dev.twinplace.io;

import dev.twinplace.model.Constraints;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the columns of a survey are called, where that differs from the usual names. Case does not matter, nor whether words
 * are joined by a space or by {@code _}.
 *
 * @param byField names of columns by what they hold: one of {@link #FIELDS}, {@code capacity.} with the name of a resource, or
 *     {@code demand.} with that
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

    /** Begins the field for the capacity of a resource other than the workload, in sites. */
    public static final String CAPACITY = "capacity.";

    /** Begins the field for the demand for such a resource, in devices. */
    public static final String DEMAND = "demand.";

    /** @throws IllegalArgumentException for a field that there is not, or a demand for a resource without a capacity */
    public SurveyColumns {
        byField = Map.copyOf(byField);
        for (String field : new TreeSet<>(byField.keySet())) {
            String resource = resource(field);
            if (resource.isBlank() && !FIELDS.contains(field)) {
                throw new IllegalArgumentException("column: must be one of " + String.join(", ", FIELDS) + ", "
                        + CAPACITY + "RESOURCE, " + DEMAND + "RESOURCE, but was " + field);
            }
            if (resource.equals(Constraints.WORKLOAD)) {
                throw new IllegalArgumentException("column: " + field + " must be written "
                        + (field.startsWith(DEMAND) ? "demandMB" : "capacityMB"));
            }
            if (field.startsWith(DEMAND) && !byField.containsKey(CAPACITY + resource)) {
                throw new IllegalArgumentException(
                        "column: " + field + " must come with " + CAPACITY + resource + ", but is alone");
            }
        }
    }

    /** The resource that a field is about; empty if it is about none by name. */
    private static String resource(String field) {
        return field.startsWith(CAPACITY)
                ? field.substring(CAPACITY.length())
                : field.startsWith(DEMAND) ? field.substring(DEMAND.length()) : "";
    }

    /** Whether a column was named for a capacity, of the workload or another resource. */
    public boolean hasCapacities() {
        return byField.keySet().stream().anyMatch(field -> field.equals("capacityMB") || field.startsWith(CAPACITY));
    }

    /** The columns that were named for the quantities of resources, by resource; each must be there. */
    Map<String, OptionalInt> quantities(CsvTable table, String prefix) {
        Map<String, OptionalInt> columns = new TreeMap<>();
        for (String field : byField.keySet()) {
            if (field.startsWith(prefix)) {
                columns.put(resource(field), named(table, field));
            }
        }
        return columns;
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
