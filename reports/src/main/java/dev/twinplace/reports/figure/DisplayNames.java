package dev.twinplace.reports.figure;

import java.util.Locale;
import java.util.Map;

/** What readers see in place of the names in result files: solvers with options, sizes, implementations, constants. */
public final class DisplayNames {
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("ddl-price:polish=none", "ddl-price, unpolished"),
            Map.entry("ddl-price:polish=iterated", "ddl-price, iterated"),
            Map.entry("table2", "Table 2"),
            Map.entry("alpha", "α"),
            Map.entry("gamma", "γ"),
            Map.entry("lambda", "λ"),
            Map.entry("delta", "δ"),
            Map.entry("M", "twins M"),
            Map.entry("N", "devices N"),
            Map.entry("S", "edge servers S"),
            Map.entry("simd", "Vector API"),
            Map.entry("twinplace", "Twinplace"),
            Map.entry("twinplaceSimd", "Twinplace, Vector API"),
            Map.entry("twinplaceScalar", "Twinplace, scalar"),
            Map.entry("onnxRuntime", "ONNX Runtime"),
            Map.entry("onnxRuntimeApart", "ONNX Runtime, network by network"),
            Map.entry("pytorch", "PyTorch"),
            Map.entry("pyTorch", "PyTorch"),
            Map.entry("tensorflow", "TensorFlow"),
            Map.entry("ojAlgo", "ojAlgo"));

    private DisplayNames() {}

    /** What readers see for a cell that is a name. */
    public static String of(String name) {
        int at = name.indexOf('@');
        if (at > 0) {
            return of(name.substring(0, at)) + ", " + duration(name.substring(at + 1));
        }
        String fixed = FIXED.get(name);
        return fixed != null
                ? fixed
                : name.replaceFirst("^M(\\d+)S(\\d+)$", "$1 twins, $2 edge servers")
                        .replaceFirst("^(\\d+)x(\\d+)$", "$1 twins, $2 edge servers")
                        .replaceFirst("^(\\d+)x(\\d+) (\\d+)$", "$1 twins, $2 edge servers, $3 µs allowed")
                        .replaceFirst("^M(\\d+)$", "$1 twins")
                        .replaceFirst("^S(\\d+)$", "$1 edge servers")
                        .replaceFirst("^N(\\d+)$", "$1 devices");
    }

    /** Puts a space before the unit: 10ms becomes 10 ms. */
    static String duration(String budget) {
        return budget.replaceFirst("^(\\d+)(\\D+)$", "$1 $2");
    }

    /** What readers see for a name in camel case: affineBatch128 becomes affine batch 128. */
    public static String words(String name) {
        return FIXED.containsKey(name) || !name.matches("[a-z]+([A-Z][a-z]*\\d*)+")
                ? of(name)
                : name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** What readers see for the value of a parameter that means little without its column. */
    static String parameter(String column, String value) {
        return switch (column) {
            case "kibibytes" -> value + " KiB";
            case "batch" -> value.equals("1") ? "1 row" : value + " rows";
            default -> words(value);
        };
    }
}
