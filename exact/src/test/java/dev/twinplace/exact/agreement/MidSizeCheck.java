package dev.twinplace.exact.agreement;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.agreement.MidSizeProblems.Drawn;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Everything that is asked about one mid-size instance. The slower the program, the fewer instances it sees; which ones
 * depends on the seed alone.
 */
final class MidSizeCheck {
    /** Of the proof by one thread; none of the instances of an ordinary build needs as many. */
    private static final long MAX_NODES = 50_000;

    private static final int SCIP_EVERY = 8;
    private static final int CBC_EVERY = 16;
    private static final int CP_SAT_EVERY = 8;
    private static final int MIP_EVERY = 32;
    private static final int MAX_MIP_CELLS = 40;
    private static final double MAX_ENUMERATED = 1e6;
    private static final int ENUMERATION_EVERY = 4;
    private static final int AUTO_EVERY = 4;
    private static final int MAX_LINEARISED_TWINS = 10;

    private final Oracle cpSatOracle = new CpSatOracle(1);
    private final Oracle scip = new MipOracle("SCIP", 1000);
    private final Oracle cbc = new MipOracle("CBC", 1000);
    private final PlacementSolver prover = Solve.solver("branch-and-bound", 1);
    private final PlacementSolver parallelProver = Solve.solver("branch-and-bound", 2);
    private final PlacementSolver lagrangian = Solve.solver("lagrangian", 1);
    private final PlacementSolver cpSat = Solve.solver("cp-sat", 1);
    private final PlacementSolver mip = Solve.solver("mip", 1);
    private final PlacementSolver enumeration = Solve.solver("enumeration", 1);
    private final PlacementSolver auto = Solve.solver("auto", 1);

    /**
     * What came out.
     *
     * @param nodes of the proof by one thread
     * @param status of it; UNKNOWN if it failed
     * @param complaints what is wrong
     */
    record Outcome(PlainInstance instance, long nodes, SolveStatus status, List<String> complaints) {}

    Outcome check(Drawn drawn, long seed) {
        PlainInstance instance = drawn.instance();
        Claims claims = new Claims(instance);
        drawn.planted()
                .ifPresent(planted -> claims.add(new Claim(
                        "planted",
                        SolveStatus.OPTIMAL,
                        Optional.of(Placement.of(planted)),
                        Optional.of(instance.objective(planted)),
                        0)));
        claims.add(cpSatOracle.solve(instance));
        Optional<SolveResult> proof = askProver(instance, seed, claims);
        askOthers(instance, seed, claims);
        return new Outcome(
                instance,
                proof.map(SolveResult::nodes).orElse(0L),
                proof.map(SolveResult::status).orElse(SolveStatus.UNKNOWN),
                claims.complaints());
    }

    private Optional<SolveResult> askProver(PlainInstance instance, long seed, Claims claims) {
        Budget limit = Budget.ofNodes(MAX_NODES);
        Variant same = new Variant(instance, claim -> claim);
        Optional<SolveResult> one = Solve.ask("branch-and-bound", prover, limit, same, claims);
        if (one.isEmpty()) {
            claims.complain("branch-and-bound refuses or fails");
            return one;
        }
        if (isOpen(one.get()) && one.get().nodes() < MAX_NODES) {
            claims.complain("branch-and-bound ends without a proof: " + one.get());
        }
        askAgain(instance, seed, one.get(), claims);
        return one;
    }

    /** The prover once more in one of four ways, which take turns. */
    private void askAgain(PlainInstance instance, long seed, SolveResult one, Claims claims) {
        SplittableRandom random = new SplittableRandom(seed);
        Budget limit = Budget.ofNodes(MAX_NODES);
        Variant same = new Variant(instance, claim -> claim);
        switch ((int) Math.floorMod(MidSizeProblems.round(seed), 4L)) {
            case 0 -> {
                Optional<SolveResult> two =
                        Solve.ask("branch-and-bound by 2 threads", parallelProver, limit, same, claims);
                if (two.isPresent() && !isSame(one, two.get())) {
                    claims.complain("1 thread: " + one + ", 2 threads: " + two.get());
                }
            }
            case 1 -> {
                Budget part = Budget.ofNodes(random.nextLong(1 + one.nodes()));
                Solve.ask("branch-and-bound within " + part.nodes() + " nodes", prover, part, same, claims);
            }
            case 2 -> {
                Variant permuted = Variant.permuted(instance, random);
                Solve.ask("branch-and-bound, permuted", prover, limit, permuted, claims);
            }
            default -> {
                Variant other = otherVariant(instance, random);
                Solve.ask("branch-and-bound, " + other.instance().name, prover, limit, other, claims);
            }
        }
    }

    private static boolean isOpen(SolveResult result) {
        return result.status() != SolveStatus.OPTIMAL && result.status() != SolveStatus.INFEASIBLE;
    }

    private static boolean isSame(SolveResult one, SolveResult two) {
        return one.status() == two.status()
                && Double.compare(one.cost(), two.cost()) == 0
                && Double.compare(one.lowerBound(), two.lowerBound()) == 0;
    }

    private static Variant otherVariant(PlainInstance instance, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Variant.scaled(instance, BigDecimal.valueOf(instance.isWhole() ? 3 : 2));
            case 1 -> Variant.shifted(instance, random.nextBoolean() ? 20 : 1_000_000, random);
            case 2 -> Variant.withServerFor(random.nextInt(instance.twins()), true, instance);
            default -> Variant.withServerFor(random.nextInt(instance.twins()), false, instance);
        };
    }

    private void askOthers(PlainInstance instance, long seed, Claims claims) {
        int turn = (int) Math.floorMod(MidSizeProblems.round(seed), 64L);
        Solve.ask("lagrangian", lagrangian, instance, claims);
        if (turn % AUTO_EVERY == 1) {
            Solve.ask("auto", auto, instance, claims);
        }
        boolean isLinear = !instance.hasContention() || instance.twins() <= MAX_LINEARISED_TWINS;
        if (isLinear && turn % SCIP_EVERY == 0) {
            claims.add(scip.solve(instance));
        }
        if (isLinear && turn % CBC_EVERY == 4) {
            claims.add(cbc.solve(instance));
        }
        if (turn % CP_SAT_EVERY == 3) {
            Solve.ask("cp-sat", cpSat, Budget.ofNodes(20_000), new Variant(instance, claim -> claim), claims);
        }
        if (turn % MIP_EVERY == 5 && instance.twins() * instance.servers() <= MAX_MIP_CELLS) {
            Solve.ask("mip", mip, instance, claims);
        }
        if (turn % ENUMERATION_EVERY == 2 && Math.pow(instance.servers(), instance.twins()) <= MAX_ENUMERATED) {
            Solve.ask("enumeration", enumeration, instance, claims);
        }
    }
}
