package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Few rules that conflict by counting: rows that demand more than there is on all servers that they may go to, the capacities
 * of these servers, and the bars that keep the rows from others. No rule is in it whose absence counting alone allows.
 *
 * <p>Of many sets of rows one is chosen in which every row is clearly larger than what is missing: then there is room without
 * any one of them, and packings that show that are easy to find.
 */
final class CountedCore {
    private static final Set<Rule.Kind> NO_BARS =
            EnumSet.of(Rule.Kind.PLACED, Rule.Kind.CAPACITY, Rule.Kind.TOGETHER, Rule.Kind.SEPARATE);

    private static final int RANDOM_ORDERS = 200;
    private static final int MAX_CORES = 12;

    private final RuleBook book;
    private BitSet active;

    private CountedCore(RuleBook book, BitSet active) {
        this.book = book;
        this.active = active;
    }

    /**
     * Several cores, the most promising first; empty if counting finds no conflict among the active rules.
     *
     * @param active is not changed
     */
    static List<BitSet> of(RuleBook book, BitSet active) {
        CountedCore core = new CountedCore(book, (BitSet) active.clone());
        return core.shortage().isEmpty() ? List.of() : core.find();
    }

    private Optional<Shortage> shortage() {
        return Shortage.of(Packing.of(book, active));
    }

    private List<BitSet> find() {
        giveUp(Rule.Kind.TOGETHER);
        giveUp(Rule.Kind.SEPARATE);
        giveUp(Rule.Kind.STATUS);
        Packing packing = Packing.of(book, active);
        Shortage shortage = Shortage.of(packing).orElseThrow().shrunk(packing);
        active = rulesOf(packing, shortage.rows(), shortage.dimension());
        giveUpBars(shortage);
        giveUpOtherCapacities(shortage.dimension());
        packing = Packing.of(book, active);
        List<BitSet> cores = new ArrayList<>();
        for (Selection selection : selections(packing, Quantity.of(packing, shortage.dimension()))) {
            cores.add(rulesOf(packing, selection.rows, shortage.dimension()));
        }
        cores.removeIf(core -> Shortage.of(Packing.of(book, core)).isEmpty());
        return cores;
    }

    /** Gives up rules of a kind, one after the other, as long as counting still finds a conflict. */
    private void giveUp(Rule.Kind kind) {
        for (int r = 0; r < book.rules().size(); r++) {
            if (active.get(r) && book.rules().get(r).kind() == kind) {
                active.clear(r);
                active.set(r, shortage().isEmpty());
            }
        }
    }

    /**
     * The active rules about these rows; the group that is counted, if it is one; and all capacities: a row may be too large
     * for servers that it has no bar from.
     */
    private BitSet rulesOf(Packing packing, BitSet rows, int counted) {
        BitSet rules = new BitSet();
        for (int d = 0; d < book.dimensions().size(); d++) {
            PackingDimension dimension = book.dimensions().get(d);
            for (int s = 0; s < book.servers() && (dimension.isResource() || d == counted); s++) {
                setKnown(rules, dimension.rule(s));
            }
        }
        for (int u = rows.nextSetBit(0); u >= 0; u = rows.nextSetBit(u + 1)) {
            for (int m : packing.members(u)) {
                addRulesOf(m, rules);
            }
        }
        rules.and(active);
        return rules;
    }

    private void addRulesOf(int twin, BitSet rules) {
        setKnown(rules, book.placed(twin));
        setKnown(rules, book.togetherRule(twin));
        setKnown(rules, book.latencyRule(twin));
        for (int s = 0; s < book.servers(); s++) {
            for (int rule : book.bars(twin, s)) {
                rules.set(rule);
            }
        }
    }

    private static void setKnown(BitSet rules, int rule) {
        if (rule != RuleBook.NONE) {
            rules.set(rule);
        }
    }

    /** Gives up capacities of what is not counted, all together or one after the other, as long as there is a conflict. */
    private void giveUpOtherCapacities(int counted) {
        BitSet others = new BitSet();
        for (int d = 0; d < book.dimensions().size(); d++) {
            PackingDimension dimension = book.dimensions().get(d);
            for (int s = 0; s < book.servers() && dimension.isResource() && d != counted; s++) {
                setKnown(others, dimension.rule(s));
            }
        }
        others.and(active);
        active.andNot(others);
        if (shortage().isEmpty()) {
            active.or(others);
            for (int r = others.nextSetBit(0); r >= 0; r = others.nextSetBit(r + 1)) {
                active.clear(r);
                active.set(r, shortage().isEmpty());
            }
        }
    }

    /** Gives up bars that do not keep rows of a shortage from servers outside it. */
    private void giveUpBars(Shortage shortage) {
        for (Rule.Kind kind : Rule.Kind.values()) {
            if (NO_BARS.contains(kind)) {
                continue;
            }
            for (int r = active.nextSetBit(0); r >= 0; r = active.nextSetBit(r + 1)) {
                if (book.rules().get(r).kind() == kind) {
                    active.clear(r);
                    Packing packing = Packing.of(book, active);
                    Quantity quantity = Quantity.of(packing, shortage.dimension());
                    int inside = Shortage.within(packing, quantity, shortage.servers())
                            .rows()
                            .cardinality();
                    boolean conflicts = shortage.servers().isEmpty()
                            ? Shortage.of(packing).isPresent()
                            : inside == shortage.rows().cardinality();
                    active.set(r, !conflicts);
                }
            }
        }
    }

    /** Rows that are too many for the servers that they may go to. */
    private record Selection(BitSet rows, double slack) {}

    private static List<Selection> selections(Packing packing, Quantity quantity) {
        List<Integer> order = new ArrayList<>();
        for (int u = 0; u < packing.rows(); u++) {
            order.add(u);
        }
        List<Selection> selections = new ArrayList<>();
        order.sort(Comparator.comparingDouble(quantity::least));
        selections.add(select(packing, quantity, order));
        Collections.reverse(order);
        selections.add(select(packing, quantity, order));
        Random random = new Random(1);
        for (int i = 0; i < RANDOM_ORDERS; i++) {
            Collections.shuffle(order, random);
            selections.add(select(packing, quantity, order));
        }
        return selections.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(selection -> -selection.slack))
                .limit(MAX_CORES)
                .toList();
    }

    /** Leaves out rows in this order, as long as those that stay are too many for the servers that they may go to. */
    private static Selection select(Packing packing, Quantity quantity, List<Integer> order) {
        RowSet rows = new RowSet(packing, quantity);
        for (int u : order) {
            rows.remove(u);
            if (!rows.isTooMany()) {
                rows.add(u);
            }
        }
        double slack = rows.leastDemand() - rows.excess();
        return new Selection(rows.rows(), Double.isFinite(slack) ? slack / rows.demand() : 0);
    }
}
