package dev.twinplace.reports.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What the cells of a table's column are.
 *
 * @param name in camel case; {@code xLow} and {@code xHigh} are the ends of an interval around {@code x}
 * @param unit of numbers, such as {@code ratio} (0.01 is 1 %), {@code us} or {@code count}; empty for names
 */
public record Column(
        String name,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> unit) {
    public Column {
        Required.all(List.of("name"), name);
        unit = unit == null ? Optional.empty() : unit;
    }

    /** Of names. */
    static Column label(String name) {
        return new Column(name, Optional.empty());
    }

    /** Of numbers. */
    static Column number(String name, Unit unit) {
        return new Column(name, Optional.of(unit.key()));
    }

    /** Of the lower ends of the intervals around this column's numbers. */
    public Column low() {
        return new Column(name + "Low", unit);
    }

    /** Of the upper ends of the intervals around this column's numbers. */
    public Column high() {
        return new Column(name + "High", unit);
    }

    /** A number of this column with its unit, for people; a dash for one that is missing. */
    String shown(double figure) {
        return Numbers.withUnit(figure, unit.orElse(""));
    }
}
