package dev.twinplace.service.http;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.io.DurationText;
import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.SolverShelf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** The parameters in a query: each is known, there once and of its type, or the request ends with a problem. */
final class Query {
    private final Fields fields = new Fields();

    /**
     * Reads a query.
     *
     * @param text without the question mark; null if there is none
     * @param known names of the parameters that may be there
     */
    Query(String text, List<String> known) {
        try {
            UrlEncoded.decodeTo(text == null ? "" : text, fields::add, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw invalid("query", "must be percent-encoded UTF-8, but is not");
        }
        for (Fields.Field field : fields) {
            if (!known.contains(field.getName())) {
                throw invalid(
                        field.getName(),
                        known.isEmpty()
                                ? "must be absent, for no query parameter is known here, but was there"
                                : "must be one of the query parameters " + String.join(", ", known)
                                        + ", but is unknown");
            }
            if (field.hasMultipleValues()) {
                throw invalid(field.getName(), "must be there once, but is there twice");
            }
        }
    }

    private static ProblemException invalid(String name, String complaint) {
        return new ProblemException(Problem.invalid(name + ": " + complaint));
    }

    /**
     * What it says about decisions.
     *
     * @param solver if it names none
     * @param budget if it states none
     * @param maxBudget the longest that is taken
     */
    DecisionOptions decision(SolverShelf solvers, String solver, Duration budget, Duration maxBudget) {
        SolverSpec spec;
        try {
            spec = SolverSpec.parse(text("solver", solver));
            solvers.get(spec);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalid(e.getMessage()));
        }
        return new DecisionOptions(spec, budget(budget, maxBudget), seed(), moveCost(), maxMoves());
    }

    private String text(String name, String otherwise) {
        String value = fields.getValue(name);
        return value == null ? otherwise : value;
    }

    private Duration budget(Duration otherwise, Duration max) {
        String text = fields.getValue("budget");
        if (text == null) {
            return otherwise;
        }
        Duration budget;
        try {
            budget = DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid("budget", e.getMessage());
        }
        if (budget.compareTo(max) > 0) {
            throw invalid("budget", "must be at most " + max.toMillis() + "ms, but was " + text);
        }
        return budget;
    }

    private long seed() {
        String text = text("seed", "1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw invalid("seed", "must be an integer, but was " + text);
        }
    }

    private double moveCost() {
        String text = text("moveCost", "0");
        double cost;
        try {
            cost = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            cost = Double.NaN;
        }
        if (!(cost >= 0 && Double.isFinite(cost))) {
            throw invalid("moveCost", "must be a finite number >= 0, but was " + text);
        }
        return cost;
    }

    private OptionalInt maxMoves() {
        String text = fields.getValue("maxMoves");
        if (text == null) {
            return OptionalInt.empty();
        }
        int moves;
        try {
            moves = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            moves = -1;
        }
        if (moves < 0) {
            throw invalid("maxMoves", "must be an integer >= 0, but was " + text);
        }
        return OptionalInt.of(moves);
    }
}
