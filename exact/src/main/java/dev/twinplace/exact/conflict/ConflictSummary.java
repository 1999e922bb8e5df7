package dev.twinplace.exact.conflict;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What the rules of a conflict amount to, in one line. */
final class ConflictSummary {
    private static final int MAX_NAMED = 4;

    private final Packing packing;
    private final Shortage shortage;
    private final int twins;
    private final double needed;
    private final double there;
    private final String where;

    private ConflictSummary(Packing packing, Shortage shortage, List<String> servers) {
        this.packing = packing;
        this.shortage = shortage;
        Quantity quantity = Quantity.of(packing, shortage.dimension());
        BitSet rows = shortage.rows();
        BitSet places = shortage.servers();
        twins = rows.stream().map(u -> packing.members(u).length).sum();
        needed = rows.stream().mapToDouble(quantity::least).sum();
        there = places.stream().mapToDouble(quantity::limit).sum();
        List<String> names = places.stream().mapToObj(servers::get).toList();
        where = names.size() <= MAX_NAMED ? String.join(", ", names) : names.size() + " servers";
    }

    /**
     * The line.
     *
     * @param packing what the rules ask for
     * @param servers their names
     */
    static String of(Packing packing, List<Rule> rules, List<String> servers) {
        Optional<Shortage> shortage = Shortage.of(packing);
        if (shortage.isPresent()) {
            return new ConflictSummary(packing, shortage.get(), servers).line();
        }
        boolean isPacking =
                rules.stream().allMatch(rule -> rule.kind() != Rule.Kind.SEPARATE && rule.kind() != Rule.Kind.LATENCY);
        return isPacking
                ? "the capacities are enough in sum, but twins cannot be divided: no distribution of these fits"
                : "each of these rules can be kept, but no placement keeps them all";
    }

    private String line() {
        if (shortage.servers().isEmpty()) {
            boolean isGroup = packing.members(shortage.rows().nextSetBit(0)).length > 1;
            return "no server is left to " + (isGroup ? "a group" : "a twin");
        }
        String subject = twins == 1 ? "one twin " : twins + " twins ";
        if (shortage.dimension() == packing.dimensions().size()) {
            return subject + (twins == 1 ? "brings " : "bring ") + RuleBooks.number(needed) + " MB of work to " + where
                    + ", where latency limits leave room for " + RuleBooks.number(there);
        }
        PackingDimension dimension = packing.dimensions().get(shortage.dimension());
        return dimension.isResource()
                ? subject + (twins == 1 ? "needs " : "need ") + RuleBooks.number(needed) + " " + dimension.name()
                        + " on " + where + ", where there is " + RuleBooks.number(there)
                : twins + " twins that must be separate have "
                        + (shortage.servers().cardinality() == 1
                                ? "one server: "
                                : shortage.servers().cardinality() + " servers: ")
                        + where;
    }
}
