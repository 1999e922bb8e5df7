package dev.twinplace.exact.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Searches against trying all, on packings that some rules of small broken scenarios ask for. */
class PackingSearchTest {
    private static final int PACKINGS = 600;
    private static final Deadline NEVER = Deadline.after(Duration.ofDays(1));

    private static Packing packing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBook book = RuleBooks.of(BrokenScenarios.of(6 + random.nextInt(2), 4, seed));
        double share = random.nextDouble(0, 0.3);
        BitSet active = new BitSet();
        for (int r = 0; r < book.rules().size(); r++) {
            active.set(r, random.nextDouble() >= share);
        }
        return Packing.of(book, active);
    }

    /** Whether the rows from this one on can be put beside those before. */
    private static boolean isFeasible(Packing packing, PackingLoads loads, int row) {
        if (row == packing.rows()) {
            return true;
        }
        for (int s = 0; s < packing.servers(); s++) {
            if (loads.fits(row, s)) {
                loads.put(row, s);
                boolean fits = isFeasible(packing, loads, row + 1);
                loads.take(row);
                if (fits) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPacking(Packing packing, int[] serverOf) {
        PackingLoads loads = new PackingLoads(packing);
        for (int u = 0; u < packing.rows(); u++) {
            if (!loads.fits(u, serverOf[u])) {
                return false;
            }
            loads.put(u, serverOf[u]);
        }
        return true;
    }

    @Test
    void aSearchFindsAPackingIfAndOnlyIfThereIsOne() {
        Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
        int withWorkLimits = 0;
        for (long seed = 0; seed < PACKINGS; seed++) {
            Packing packing = packing(seed);
            Verdict expected =
                    isFeasible(packing, new PackingLoads(packing), 0) ? Verdict.FEASIBLE : Verdict.INFEASIBLE;
            PackingSearch search = new PackingSearch(packing, new ProofPrices(), NEVER);
            assertEquals(expected, search.decide(Long.MAX_VALUE), "seed " + seed);
            assertTrue(expected == Verdict.INFEASIBLE || isPacking(packing, search.servers()), "seed " + seed);
            count.merge(expected, 1, Integer::sum);
            withWorkLimits += packing.hasWorkLimits() && expected == Verdict.INFEASIBLE ? 1 : 0;
        }
        assertTrue(count.get(Verdict.FEASIBLE) > PACKINGS / 4, count::toString);
        assertTrue(count.get(Verdict.INFEASIBLE) > PACKINGS / 4, count::toString);
        assertTrue(withWorkLimits > PACKINGS / 20, withWorkLimits + " infeasible with limits of work");
    }

    /** Puts some rows at random where they fit, in order; returns how many. */
    private static int begin(Packing packing, PackingLoads loads, SplittableRandom random) {
        int end = random.nextInt(3);
        for (int u = 0; u < Math.min(end, packing.rows()); u++) {
            int s = random.nextInt(packing.servers());
            if (!loads.fits(u, s)) {
                return u;
            }
            loads.put(u, s);
        }
        return Math.min(end, packing.rows());
    }

    /** Without a search, and beside rows that are placed already. */
    @Test
    void pricesRefuteWhatHasNoPackingAlone() {
        int refuted = 0;
        int infeasible = 0;
        for (long seed = 0; seed < PACKINGS; seed++) {
            Packing packing = packing(seed);
            PackingLoads loads = new PackingLoads(packing);
            int begun = begin(packing, loads, new SplittableRandom(-seed));
            PackingDomains domains = new PackingDomains(packing, loads);
            if (begun < packing.rows()) {
                domains.open();
                boolean isRefuted = new PriceProof(packing, loads, domains, new ProofPrices()).refutes(100);
                boolean isFeasible = isFeasible(packing, loads, begun);
                assertFalse(isRefuted && isFeasible, "seed " + seed);
                refuted += isRefuted ? 1 : 0;
                infeasible += isFeasible ? 0 : 1;
            }
        }
        assertTrue(2 * refuted > infeasible, refuted + " of " + infeasible);
    }

    /** What counting refutes is not asked: a row that fits nowhere can begin nowhere. */
    @Test
    void changesOfAnOverloadedAssignmentEndInPackings() {
        int found = 0;
        int feasible = 0;
        for (long seed = 0; seed < PACKINGS; seed++) {
            Packing packing = packing(seed);
            if (packing.rows() > 0 && Shortage.of(packing).isEmpty()) {
                int[] nowhere = new int[20];
                Arrays.fill(nowhere, PackingLoads.NOWHERE);
                Optional<int[]> changed = OverloadSearch.find(packing, nowhere, 200, NEVER);
                assertTrue(changed.isEmpty() || isPacking(packing, changed.get()), "seed " + seed);
                found += changed.isPresent() ? 1 : 0;
                feasible += isFeasible(packing, new PackingLoads(packing), 0) ? 1 : 0;
            }
        }
        assertTrue(found > 0.99 * feasible, found + " of " + feasible);
    }
}
