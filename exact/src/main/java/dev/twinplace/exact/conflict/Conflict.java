package dev.twinplace.exact.conflict;

import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Why no placement exists.
 *
 * @param summary in plain words
 * @param rules that cannot all be kept
 * @param minimal whether it was proven, by solving again, that without any one of them the others can be kept
 * @param changes to be made together, after which a placement exists; empty if none were found
 * @param costAfter cost of a placement after these changes; not a number without any
 */
public record Conflict(String summary, List<Rule> rules, boolean minimal, List<String> changes, double costAfter) {
    private static final Duration TIME_OF_CONFLICT = Duration.ofSeconds(2);
    private static final Duration TIME_OF_CHANGES = Duration.ofSeconds(1);
    private static final int MAX_CHANGES = 5;

    public Conflict {
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
    }

    /**
     * Of a problem of no scenario. Looks for no changes.
     *
     * @return empty if it could not be found in time that rules conflict
     */
    public static Optional<Conflict> of(PlacementProblem problem) {
        RuleBook book = RuleBooks.of(problem);
        return ConflictSearch.find(book, TIME_OF_CONFLICT)
                .map(found -> conflict(book, found, List.of(), Double.NaN, RuleBooks.agentNames(problem)));
    }

    /**
     * Of a scenario that has no placement.
     *
     * @return empty if it could not be found in time that rules conflict
     */
    public static Optional<Conflict> of(Scenario scenario) {
        RuleBook book = RuleBooks.of(scenario);
        Optional<ConflictSearch.Found> first = ConflictSearch.find(book, TIME_OF_CONFLICT);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        double cost = change(scenario, book, first.get().rules(), changes);
        List<String> servers =
                scenario.servers().stream().map(server -> server.id()).toList();
        return Optional.of(conflict(book, first.get(), Double.isNaN(cost) ? List.of() : changes, cost, servers));
    }

    /** Adds changes until a placement exists; returns its cost, not a number if none was found. */
    private static double change(Scenario scenario, RuleBook firstBook, BitSet firstConflict, List<String> changes) {
        Deadline deadline = Deadline.after(TIME_OF_CHANGES);
        Scenario changed = scenario;
        RuleBook book = firstBook;
        BitSet conflict = firstConflict;
        while (changes.size() < MAX_CHANGES && !deadline.isOver()) {
            ChangeSearch search = new ChangeSearch(changed, book, deadline);
            Optional<ChangeSearch.Change> single = search.cheapest(conflict);
            if (single.isPresent()) {
                changes.add(single.get().edit().text());
                return single.get().cost();
            }
            ScenarioEdit step = search.partial(conflict);
            changes.add(step.text());
            changed = step.scenario();
            book = RuleBooks.of(changed);
            Optional<ConflictSearch.Found> next = ConflictSearch.find(book, deadline.atMost(TIME_OF_CONFLICT));
            if (next.isEmpty()) {
                return Double.NaN;
            }
            conflict = next.get().rules();
        }
        return Double.NaN;
    }

    private static Conflict conflict(
            RuleBook book, ConflictSearch.Found found, List<String> changes, double cost, List<String> servers) {
        List<Rule> rules =
                found.rules().stream().mapToObj(r -> book.rules().get(r)).toList();
        Packing packing = Packing.of(book, found.rules());
        return new Conflict(ConflictSummary.of(packing, rules, servers), rules, found.minimal(), changes, cost);
    }
}
