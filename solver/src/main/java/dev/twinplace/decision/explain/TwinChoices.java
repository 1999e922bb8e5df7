package dev.twinplace.decision.explain;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.decision.Question;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares the place of each twin with every other, while all other twins stay. */
final class TwinChoices {
    /** Differences of costs below this share of the largest cost are rounding errors. */
    private static final double ROUNDING = 1e-12;

    private static final MathContext DIGITS = new MathContext(3);

    /** More places than this are counted, not listed. */
    private static final int MAX_LISTED = 4;

    private final Question question;
    private final PlacementProblem problem;
    private final int[] serverOf;
    private final IncrementalCost cost;
    private final Obstacles obstacles;
    private final double tolerance;

    TwinChoices(Question question, Placement placement) {
        this.question = question;
        problem = question.problem();
        serverOf = question.serversOf(placement);
        cost = new IncrementalCost(problem);
        cost.reset(placement.toArray());
        obstacles = new Obstacles(question, serverOf, cost);
        tolerance = ROUNDING * problem.costMagnitude();
    }

    /** A place where a twin is not: what it would cost more there, and what is in the way. */
    private record Place(int column, double difference, Optional<Obstacles.Obstacle> obstacle) {}

    /** The placement with its cost, which does not move. */
    IncrementalCost cost() {
        return cost;
    }

    List<TwinChoice> all() {
        List<TwinChoice> choices = new ArrayList<>(serverOf.length);
        for (int m = 0; m < serverOf.length; m++) {
            choices.add(choice(m));
        }
        return choices;
    }

    private TwinChoice choice(int twin) {
        List<Place> places = places(twin);
        Optional<Place> next =
                places.stream().filter(place -> place.obstacle().isEmpty()).findFirst();
        boolean pays = next.isPresent() && next.get().difference() < -tolerance;
        Optional<Place> better = pays
                ? next
                : places.stream()
                        .filter(place -> place.difference() < -tolerance)
                        .findFirst();
        Keeper keeper = pays
                ? Keeper.NOTHING
                : better.flatMap(Place::obstacle)
                        .map(Obstacles.Obstacle::keeper)
                        .orElse(Keeper.COST);
        return new TwinChoice(
                question.twinId(twin),
                serverOf[twin] == Outcome.UNPLACED ? Optional.empty() : Optional.of(question.serverId(serverOf[twin])),
                next.isPresent(),
                next.filter(place -> place.column() < question.servers()).map(place -> name(place.column())),
                next.isPresent()
                        ? OptionalDouble.of(question.userCost(next.get().difference()))
                        : OptionalDouble.empty(),
                keeper,
                reason(keeper, better, next.isPresent(), places));
    }

    /** Every place but that of the twin, the cheapest first; being unplaced only where that is possible. */
    private List<Place> places(int twin) {
        int row = question.rowOf(twin);
        List<Place> places = new ArrayList<>();
        for (int t = 0; t < problem.servers(); t++) {
            boolean possible = t < question.servers() || problem.fits(row, t);
            if (t != cost.serverOf(row) && possible) {
                places.add(new Place(t, cost.moveDelta(row, t), obstacles.of(twin, t)));
            }
        }
        places.sort(Comparator.comparingDouble(Place::difference));
        return places;
    }

    private String name(int column) {
        return column < question.servers() ? question.serverId(column) : "unplaced";
    }

    private String reason(Keeper keeper, Optional<Place> better, boolean isFree, List<Place> places) {
        if (keeper != Keeper.COST) {
            return text(better.orElseThrow());
        }
        if (places.isEmpty()) {
            return "there is no other server";
        }
        return "every other server would cost more" + (isFree ? "" : ", and none can take it now");
    }

    /** The twins that stay unplaced. */
    List<UnplacedTwin> unplaced() {
        List<UnplacedTwin> unplaced = new ArrayList<>();
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == Outcome.UNPLACED) {
                unplaced.add(new UnplacedTwin(question.twinId(m), reasons(places(m))));
            }
        }
        return unplaced;
    }

    private List<String> reasons(List<Place> places) {
        List<String> reasons = new ArrayList<>(
                places.stream().limit(MAX_LISTED).map(this::text).toList());
        if (places.size() > MAX_LISTED) {
            reasons.add((places.size() - MAX_LISTED) + " other servers would cost still more");
        }
        return reasons;
    }

    private String text(Place place) {
        double difference = question.userCost(place.difference());
        String change = Math.abs(place.difference()) <= tolerance
                ? "would cost the same"
                : "would cost " + number(Math.abs(difference)) + (difference < 0 ? " less" : " more");
        return name(place.column()) + " " + change
                + place.obstacle().map(obstacle -> ", but " + obstacle.text()).orElse("");
    }

    /** Three significant digits. */
    static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
