package dev.twinplace.exact.conflict;

import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds an irreducible set of rules that conflict: a deletion filter, begun from a core that counting gives where it gives one.
 *
 * <p>A rule is given up if the others still conflict, and kept if a packing shows that they do not; such a rule stays necessary
 * however few others remain, so one pass over the rules is enough.
 */
final class ConflictSearch {
    private final RuleBook book;
    private final PackingOracle oracle;
    private boolean isMinimal;

    private ConflictSearch(RuleBook book, PackingOracle oracle) {
        this.book = book;
        this.oracle = oracle;
    }

    /**
     * A conflict.
     *
     * @param rules by index in the book
     * @param minimal whether each was proven necessary
     */
    record Found(BitSet rules, boolean minimal) {}

    /** A conflict of the rules of a book; empty if they do not conflict, or that cannot be proven in time. */
    static Optional<Found> find(RuleBook book, Duration time) {
        Deadline deadline = Deadline.after(time);
        return new ConflictSearch(book, new PackingOracle(book.twins(), deadline)).find();
    }

    private Optional<Found> find() {
        BitSet all = new BitSet();
        all.set(0, book.rules().size());
        List<BitSet> cores = CountedCore.of(book, all);
        if (cores.isEmpty()) {
            return decide(all) == Verdict.INFEASIBLE ? Optional.of(filter(byHalves(all))) : Optional.empty();
        }
        for (BitSet core : cores) {
            if (isPromising(core)) {
                Found found = filter(core);
                if (found.minimal) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.of(filter(cores.get(0)));
    }

    private Verdict decide(BitSet active) {
        return oracle.decide(Packing.of(book, active));
    }

    /** Whether a packing is soon found without its smallest row. */
    private boolean isPromising(BitSet core) {
        Packing packing = Packing.of(book, core);
        int least = 0;
        for (int u = 1; u < packing.rows(); u++) {
            least = packing.size(u) < packing.size(least) ? u : least;
        }
        BitSet without = (BitSet) core.clone();
        for (int m : packing.members(least)) {
            if (book.placed(m) != RuleBook.NONE) {
                without.clear(book.placed(m));
            }
        }
        return oracle.decideSoon(Packing.of(book, without)) == Verdict.FEASIBLE;
    }

    /** Gives up halves, quarters and so on of the rules, where the rest still conflicts. */
    private BitSet byHalves(BitSet all) {
        BitSet active = (BitSet) all.clone();
        for (int size = active.cardinality() / 2; size > 1; size /= 2) {
            List<Integer> order = inOrder(active);
            for (int i = 0; i < order.size(); i += size) {
                BitSet fewer = (BitSet) active.clone();
                order.subList(i, Math.min(order.size(), i + size)).forEach(fewer::clear);
                active = decide(fewer) == Verdict.INFEASIBLE ? fewer : active;
            }
        }
        return active;
    }

    private Found filter(BitSet core) {
        BitSet active = (BitSet) core.clone();
        isMinimal = true;
        for (int rule : inOrder(core)) {
            active.clear(rule);
            Verdict without = decide(active);
            active.set(rule, without != Verdict.INFEASIBLE);
            isMinimal &= without != Verdict.UNKNOWN;
        }
        return new Found(active, isMinimal);
    }

    /** By kind; twins that demand least first, for without them a packing is hardest to find and easiest to change. */
    private List<Integer> inOrder(BitSet rules) {
        List<Integer> order = new ArrayList<>(rules.stream().boxed().toList());
        order.sort(Comparator.<Integer, Rule.Kind>comparing(
                        r -> book.rules().get(r).kind())
                .thenComparingDouble(r -> size(book.rules().get(r))));
        return order;
    }

    private double size(Rule rule) {
        return rule.kind() == Rule.Kind.PLACED ? book.size(rule.twin().orElseThrow()) : 0;
    }
}
