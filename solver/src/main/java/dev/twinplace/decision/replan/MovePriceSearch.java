package dev.twinplace.decision.replan;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.replan.PricedSolves.Plan;
import dev.twinplace.decision.replan.PricedSolves.Priced;
import java.util.Optional;

/**
 * The price on moves that gives a part its best bound. The bound is a concave function of the price, the least of one line for
 * each placement; where the line of a placement with too many moves meets that of one without, the next solve either finds a
 * line below or shows that this is the top.
 */
final class MovePriceSearch {
    private static final int MAX_SOLVES = 40;
    private static final double STEEPER = 4;

    /** A top that rises by less, relative to it, has been reached. */
    private static final double EQUAL = 1e-10;

    private final PricedSolves solves;
    private final MoveLimit limit;
    private final MoveRanges part;
    private final double maxPrice;
    private Plan excessive;
    private Plan allowed;
    private boolean solved;
    private boolean proving = true;

    /**
     * Of a part.
     *
     * @param maxPrice above it, no saving outweighs a move
     */
    MovePriceSearch(PricedSolves solves, MoveLimit limit, MoveRanges part, double maxPrice) {
        this.solves = solves;
        this.limit = limit;
        this.part = part;
        this.maxPrice = maxPrice;
    }

    /** Raises the bound of the part and offers placements, until the best price is found or the budget ends. */
    void run() {
        double price = 0;
        double top = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MAX_SOLVES && !solved && !solves.isOver(); i++) {
            Priced priced = solves.solve(part, price);
            take(priced, price);
            if (solved || excessive == null || priced.plan().isEmpty() || solves.isPruned(part)) {
                return;
            }
            boolean atTop = priced.plan().get().at(price) >= top - EQUAL * Math.abs(top);
            price = nextPrice(price);
            if (atTop || price > maxPrice) {
                return;
            }
            top = allowed == null ? Double.POSITIVE_INFINITY : excessive.at(price);
        }
    }

    private void take(Priced priced, double price) {
        SolveStatus status = priced.result().status();
        proving &= status == SolveStatus.OPTIMAL || status == SolveStatus.INFEASIBLE;
        part.raiseBound(status == SolveStatus.INFEASIBLE ? Double.POSITIVE_INFINITY : priced.bound());
        solved = status == SolveStatus.INFEASIBLE;
        priced.plan().ifPresent(plan -> {
            boolean isAllowed = plan.moves() <= limit.max();
            solved = isAllowed && price == 0 && status == SolveStatus.OPTIMAL;
            allowed = isAllowed ? plan : allowed;
            excessive = isAllowed ? excessive : plan;
        });
    }

    /** Where the two lines meet; before there are two, where that of the incumbent does, then ever higher. */
    private double nextPrice(double price) {
        Optional<Plan> other =
                Optional.ofNullable(allowed).or(() -> price == 0 ? solves.incumbent() : Optional.empty());
        double meeting = other.map(plan -> (plan.cost() - excessive.cost()) / (excessive.moves() - plan.moves()))
                .orElse(0.0);
        return meeting > 0 ? meeting : price == 0 ? maxPrice / (1 << 16) : price * STEEPER;
    }

    /** Whether the best placement of the part was found and proven, or that there is none. */
    boolean isSolved() {
        return solved;
    }

    /** Whether every solve ended with a proof, so that splitting the part makes sense. */
    boolean isProving() {
        return proving;
    }

    /** The last placement with too many moves, which is the cheapest of the part at some price; null if there is none. */
    Plan excessive() {
        return excessive;
    }

    /** The last placement of the part that the limit allows, cheapest at some price; null if there is none. */
    Plan allowed() {
        return allowed;
    }
}
