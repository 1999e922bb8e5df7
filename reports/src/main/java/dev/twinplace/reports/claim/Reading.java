package dev.twinplace.reports.claim;

import java.util.List;

/**
 * A claim under one of its readings.
 *
 * @param rule when it holds
 * @param verdict under this reading
 * @param figure that decides, in words, with its subject
 * @param values a figure for each setting, if the rule compares several; otherwise none
 */
public record Reading(String rule, Verdict verdict, String figure, List<Value> values) {
    public Reading {
        values = List.copyOf(values);
    }

    /** A reading that one figure decides. */
    Reading(String rule, Verdict verdict, String figure) {
        this(rule, verdict, figure, List.of());
    }

    /**
     * The figure of a setting.
     *
     * @param setting such as {@code K = 2}
     * @param figure as text
     */
    public record Value(String setting, String figure) {}
}
