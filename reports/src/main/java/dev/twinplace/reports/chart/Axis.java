package dev.twinplace.reports.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An axis.
 *
 * @param name what it measures
 * @param unit of its figures, as in result files
 * @param scale of it
 * @param least where it begins; on a logarithmic axis, figures below are drawn there
 * @param most where it ends
 * @param categories of a category axis, on which a point's figure is an index of these
 */
public record Axis(
        String name, String unit, Scale scale, OptionalDouble least, OptionalDouble most, List<String> categories) {
    /** How figures become places. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC,
        CATEGORIES
    }

    public Axis {
        categories = List.copyOf(categories);
    }

    public static Axis linear(String name, String unit) {
        return new Axis(name, unit, Scale.LINEAR, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }

    public static Axis logarithmic(String name, String unit) {
        return new Axis(name, unit, Scale.LOGARITHMIC, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
    }

    public static Axis categories(String name, List<String> categories) {
        return new Axis(name, "", Scale.CATEGORIES, OptionalDouble.empty(), OptionalDouble.empty(), categories);
    }

    /** The same, that begins here. */
    public Axis from(double first) {
        return new Axis(name, unit, scale, OptionalDouble.of(first), most, categories);
    }

    /** The same, that ends here. */
    public Axis to(double last) {
        return new Axis(name, unit, scale, least, OptionalDouble.of(last), categories);
    }

    /** Where a figure is drawn: no logarithmic axis has a zero. */
    double placed(double figure) {
        return scale == Scale.LOGARITHMIC && least.isPresent() ? Math.max(figure, least.getAsDouble()) : figure;
    }
}
