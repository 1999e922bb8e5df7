package dev.twinplace.exact.conflict;

import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds an irreducible set of rules that conflict: a deletion filter, begun from a core that counting gives where it gives one.
 *
 * <p>A rule is given up if the others still conflict, and kept if a packing shows that they do not; such a rule stays necessary
 * however few others remain, so one pass over the rules is enough. First rules are given up where the proof is short, without a
 * look for packings; what is left decides whether these are easy to find. Where questions stay open, another set of rules is
 * tried, without those that they were about if that is possible.
 */
final class ConflictSearch {
    private static final int MAX_ROUNDS = 8;

    /** Of the rules that are given up together. */
    private static final int MIN_PART = 4;

    /** Of a search for a short proof. */
    private static final int MIN_NODES = 2;

    private static final int MAX_NODES = 2000;
    private static final int MORE_NODES = 8;

    /** If more questions stay open, proofs were too short to give up enough. */
    private static final int MAX_OPEN = 16;

    private final RuleBook book;
    private final PackingOracle oracle;

    /** Rules that questions stayed open about; given up first. */
    private final BitSet hard = new BitSet();

    /** By rule: the order among those of a kind. */
    private final double[] key;

    /** Of a search for a short proof. */
    private long nodes = MIN_NODES;

    private ConflictSearch(RuleBook book, PackingOracle oracle) {
        this.book = book;
        this.oracle = oracle;
        key = new double[book.rules().size()];
    }

    /**
     * A conflict.
     *
     * @param rules by index in the book
     * @param open those of them that were not proven necessary
     * @param without by rule: a packing that keeps the others, see {@link PackingOracle#found}
     */
    record Found(BitSet rules, BitSet open, Map<Integer, int[]> without) {
        /** A conflict of which nothing is known yet. */
        static Found of(BitSet rules) {
            return new Found((BitSet) rules.clone(), (BitSet) rules.clone(), new HashMap<>());
        }

        boolean minimal() {
            return open.isEmpty();
        }
    }

    /** A conflict of the rules of a book; empty if they do not conflict, or that cannot be proven in time. */
    static Optional<Found> find(RuleBook book, Duration time) {
        Deadline deadline = Deadline.after(time);
        return new ConflictSearch(book, new PackingOracle(book.twins(), deadline)).find();
    }

    private Optional<Found> find() {
        BitSet all = new BitSet();
        all.set(0, book.rules().size());
        drawKeys(0);
        List<BitSet> cores = CountedCore.of(book, all);
        if (cores.isEmpty()) {
            if (oracle.decide(Packing.of(book, all)) != Verdict.INFEASIBLE) {
                return Optional.empty();
            }
            nodes = Math.max(nodes, 2 * oracle.nodesOfProof());
        }
        BitSet first = cores.isEmpty() ? all : cores.get(0);
        Found best = Found.of(first);
        for (BitSet core : cores) {
            best = isOver(best) || !isPromising(core) ? best : better(best, core);
        }
        for (int round = 0; round < MAX_ROUNDS && !isOver(best); round++) {
            drawKeys(round);
            best = better(best, byHalves(withoutResources(all)));
        }
        filter(best, Integer.MAX_VALUE, oracle::decide);
        return Optional.of(best);
    }

    private boolean isOver(Found best) {
        return best.minimal() || oracle.isOver();
    }

    /** A conflict within this core, if fewer questions stay open about it. */
    private Found better(Found best, BitSet core) {
        Found found = Found.of(core);
        filter(found, Integer.MAX_VALUE, packing -> oracle.refute(packing, nodes));
        boolean isWhole = filter(found, MAX_OPEN, oracle::decideSoon);
        if (!isWhole) {
            nodes = Math.min(MAX_NODES, nodes * MORE_NODES);
        } else if (!found.minimal()) {
            for (int more = MORE_NODES; more <= MORE_NODES * MORE_NODES; more *= MORE_NODES) {
                int nodesOfSearch = more * PackingOracle.FEW_NODES;
                filter(found, 0, packing -> oracle.decide(packing, nodesOfSearch));
            }
        }
        hard.or(found.open);
        return found.open.cardinality() < best.open.cardinality() ? found : best;
    }

    /**
     * Gives up rules where the rest still conflicts; strikes from those open what a verdict is found on.
     *
     * @param maxOpen after how many more questions that stay open it ends
     * @return whether it asked all questions
     */
    private boolean filter(Found found, int maxOpen, Function<Packing, Verdict> decision) {
        int open = 0;
        for (int rule : inOrder(found.open)) {
            if (oracle.isOver() || open > maxOpen) {
                return false;
            }
            found.rules.clear(rule);
            Packing packing = Packing.of(book, found.rules);
            Verdict without = decision.apply(packing);
            if (without == Verdict.FEASIBLE) {
                found.without.put(rule, oracle.found(packing));
            }
            found.rules.set(rule, without != Verdict.INFEASIBLE);
            found.open.set(rule, without == Verdict.UNKNOWN);
            open += without == Verdict.UNKNOWN ? 1 : 0;
        }
        return true;
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

    private boolean isRefuted(BitSet active) {
        return oracle.refute(Packing.of(book, active), nodes) == Verdict.INFEASIBLE;
    }

    /** Gives up whole resources where the rest still conflicts: packings of fewer are easier to find. */
    private BitSet withoutResources(BitSet all) {
        BitSet active = (BitSet) all.clone();
        for (PackingDimension dimension : book.dimensions()) {
            if (dimension.isResource()) {
                BitSet fewer = (BitSet) active.clone();
                IntStream.range(0, book.servers())
                        .map(dimension::rule)
                        .filter(r -> r != RuleBook.NONE)
                        .forEach(fewer::clear);
                active = isRefuted(fewer) ? fewer : active;
            }
        }
        return active;
    }

    /** Gives up halves, quarters and so on of the rules, but not single ones, where the rest still conflicts. */
    private BitSet byHalves(BitSet all) {
        BitSet active = (BitSet) all.clone();
        for (int size = active.cardinality() / 2; size >= MIN_PART; size /= 2) {
            List<Integer> order = inOrder(active);
            for (int i = 0; i < order.size(); i += size) {
                BitSet fewer = (BitSet) active.clone();
                order.subList(i, Math.min(order.size(), i + size)).forEach(fewer::clear);
                active = isRefuted(fewer) ? fewer : active;
            }
        }
        return active;
    }

    /**
     * Those first that questions stayed open about, then by kind; twins that demand least first, for without them a packing is
     * hardest to find and easiest to change. Later rounds differ at random.
     */
    private List<Integer> inOrder(BitSet rules) {
        List<Integer> order = new ArrayList<>(rules.stream().boxed().toList());
        order.sort(Comparator.<Integer>comparingInt(r -> hard.get(r) ? 0 : 1)
                .thenComparing(r -> book.rules().get(r).kind())
                .thenComparingDouble(r -> key[r]));
        return order;
    }

    private void drawKeys(int round) {
        Random random = new Random(round);
        for (int r = 0; r < key.length; r++) {
            Rule rule = book.rules().get(r);
            double size =
                    rule.kind() == Rule.Kind.PLACED ? book.size(rule.twin().orElseThrow()) : 1;
            key[r] = round == 0 ? size : size * (1 + random.nextDouble());
        }
    }
}
