package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What rules about {@code ddl-paper} give where it is trained anew with other values of the constants that the paper leaves
 * open, in the results of {@code sensitivity}.
 */
final class DependenceOnConstants {
    private static final String EXPERIMENT = "sensitivity";
    private static final String THETA = "theta";
    private static final String NONE = "";

    private static final Map<String, Double> DEFAULTS = Map.of(
            "gamma",
            PaperDefaults.PARAMETERS.networkDiscount(),
            "lambda",
            PaperDefaults.PARAMETERS.radioConstant(),
            "delta",
            PaperDefaults.PARAMETERS.instructionsPerByte(),
            THETA,
            1e9);
    private static final Map<String, String> SYMBOLS =
            Map.of(NONE, "", "gamma", "γ = ", "lambda", "λ = ", "delta", "δ = ", THETA, "θ ");

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /**
     * One constant with one value.
     *
     * @param parameter its name; empty for the defaults
     * @param value for people
     * @param trained where each training began and ended
     * @param policies the gaps of others
     */
    record Setting(String parameter, String value, SeedFigures trained, Rows policies) {
        boolean isDefault() {
            return parameter.equals(NONE);
        }

        double gap(String policy) {
            return Means.of(policies.where(Columns.POLICY, policy), Columns.MEAN_GAP);
        }
    }

    /**
     * A rule of a claim.
     *
     * @param text that begins a sentence
     * @param verdict under it
     */
    record Rule(String text, Function<Setting, Verdict> verdict) {}

    private DependenceOnConstants(Rows trained, Rows policies) {
        for (Row row : trained.list()) {
            String parameter = row.text(Columns.PARAMETER);
            double value = row.number(Columns.PARAMETER_VALUE);
            boolean isDefault = DEFAULTS.getOrDefault(parameter, Double.NaN) == value;
            settings.computeIfAbsent(
                    isDefault ? NONE : parameter + value,
                    key -> new Setting(
                            isDefault ? NONE : parameter,
                            isDefault ? "the defaults" : shown(parameter, value),
                            new SeedFigures(of(trained, parameter, value)),
                            of(policies, parameter, value)));
        }
    }

    private static Rows of(Rows rows, String parameter, double value) {
        return rows.where(Columns.PARAMETER, parameter).whereNumber(Columns.PARAMETER_VALUE, value);
    }

    private static String shown(String parameter, double value) {
        if (!parameter.equals(THETA)) {
            return plain(value);
        }
        return value == 1 ? "per instruction" : "per 10" + superscript((int) Math.log10(value)) + " instructions";
    }

    private static String superscript(int digits) {
        return Integer.toString(digits)
                .chars()
                .mapToObj(digit -> String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    /**
     * A sentence for each rule: at which settings it holds, and at which not. A sentence that says so, if this is not measured.
     */
    static List<String> remarks(Evidence evidence, Rule... rules) {
        DependenceOnConstants constants;
        try {
            constants = new DependenceOnConstants(
                    evidence.rows(EXPERIMENT, "trained"), evidence.rows(EXPERIMENT, "sensitivity"));
        } catch (MissingFigureException e) {
            return List.of("What other values of the constants change that the paper does not give is not measured"
                    + " (experiment " + EXPERIMENT + ").");
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("Constants that the paper does not give: ddl-paper is trained anew in " + constants.settings.size()
                + " settings of γ, λ, δ and the unit of θ (experiment " + EXPERIMENT + ").");
        for (Rule rule : rules) {
            remarks.add(constants.sentence(rule));
        }
        return remarks;
    }

    /** The largest group of settings comes last and is not listed. */
    private String sentence(Rule rule) {
        Map<Verdict, List<Setting>> groups = new EnumMap<>(Verdict.class);
        for (Setting setting : settings.values()) {
            groups.computeIfAbsent(rule.verdict().apply(setting), key -> new ArrayList<>())
                    .add(setting);
        }
        Verdict last = Collections.max(
                groups.keySet(),
                Comparator.comparingInt(verdict -> groups.get(verdict).size()));
        List<Setting> others = groups.remove(last);
        if (groups.isEmpty()) {
            return rule.text() + ": " + last.words() + " in all of them.";
        }
        String listed = groups.entrySet().stream()
                .map(group -> group.getKey().words() + " (" + listed(group.getValue()) + "), ")
                .collect(Collectors.joining());
        boolean hasDefaults = others.stream().anyMatch(Setting::isDefault);
        return rule.text() + ": " + listed + last.words() + " in the other " + others.size()
                + (hasDefaults ? ", the defaults among them." : ".");
    }

    /** The defaults first, then values by constant. */
    private static String listed(List<Setting> settings) {
        Map<String, String> values = settings.stream()
                .sorted(Comparator.comparing(setting -> !setting.isDefault()))
                .collect(Collectors.groupingBy(
                        Setting::parameter,
                        LinkedHashMap::new,
                        Collectors.mapping(Setting::value, Collectors.joining(", "))));
        return values.entrySet().stream()
                .map(each -> SYMBOLS.get(each.getKey()) + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
