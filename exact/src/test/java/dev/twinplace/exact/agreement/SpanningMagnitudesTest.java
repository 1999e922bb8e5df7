package dev.twinplace.exact.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On 2,000 small problems whose numbers span magnitudes, every claim of a solver is true of the decimal numbers, which brute
 * force in exact arithmetic decides: an optimum, an infeasibility, a bound, a placement.
 */
class SpanningMagnitudesTest {
    private static final int PROBLEMS = 2000;
    private static final int MAX_LISTED = 10;
    private static final Path COUNTEREXAMPLES = Path.of("target", "counterexamples");

    private final Oracle truth = new PlainBruteForce();

    /** Weaker claims than OPTIMAL are accepted here; the next test counts proofs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "branch-and-bound",
                "lagrangian",
                "column-generation",
                "cp-sat",
                "mip",
                "enumeration",
                "decomposition",
                "greedy",
                "local-search",
                "best-fixed",
                "average",
                "random",
                "cloud-only"
            })
    void claimsAreRightOrWeakerThanOptimal(String id) {
        PlacementSolver solver = Solve.solver(id, 1);
        List<String> wrong = instances()
                .flatMap(instance -> complaints(id, solver, instance))
                .toList();
        assertEquals(List.of(), wrong.stream().limit(MAX_LISTED).toList(), () -> wrong.size() + " wrong by " + id);
    }

    private static Stream<PlainInstance> instances() {
        return LongStream.range(0, PROBLEMS).parallel().mapToObj(SpanningProblems::of);
    }

    private Stream<String> complaints(String id, PlacementSolver solver, PlainInstance instance) {
        Claims claims = new Claims(instance);
        claims.add(truth.solve(instance));
        Solve.ask(id, solver, instance, claims);
        List<String> complaints = claims.complaints();
        return complaints.isEmpty()
                ? Stream.empty()
                : Stream.of(PlainText.keep(instance, complaints, COUNTEREXAMPLES) + ": " + complaints);
    }

    /** Weak claims are right, but a solver that makes no others is of no use. */
    @ParameterizedTest
    @ValueSource(strings = {"branch-and-bound", "enumeration"})
    void nearlyAllProblemsAreDecided(String id) {
        PlacementSolver solver = Solve.solver(id, 1);
        long decided = instances()
                .map(instance -> Solve.ask(id, solver, instance, new Claims(instance)))
                .flatMap(Optional::stream)
                .filter(result -> result.status() == SolveStatus.OPTIMAL || result.status() == SolveStatus.INFEASIBLE)
                .count();
        assertTrue(decided >= 0.95 * PROBLEMS, id + " decides " + decided);
    }

    @Test
    void theProblemsAreOfAllKinds() {
        List<PlainInstance> all = instances().toList();
        assertTrue(count(all, this::isInfeasible) >= 100, "infeasible");
        assertTrue(count(all, instance -> !isInfeasible(instance)) >= 1000, "feasible");
        assertTrue(count(all, instance -> !isInfeasible(instance) && isFull(instance)) >= 30, "met exactly");
        assertTrue(count(all, instance -> spread(instance.cost) > 9) >= 100, "costs of many magnitudes");
        assertTrue(count(all, instance -> spread(instance.demand) > 9) >= 100, "demands of many magnitudes");
        assertTrue(count(all, PlainInstance::hasContention) >= 100, "contention");
        assertTrue(count(all, PlainInstance::isWhole) >= 100, "whole");
    }

    private static long count(List<PlainInstance> all, Predicate<PlainInstance> kind) {
        return all.stream().filter(kind).count();
    }

    private boolean isInfeasible(PlainInstance instance) {
        return truth.solve(instance).status() == SolveStatus.INFEASIBLE;
    }

    /** Whether the optimum fills a server to the last digit with several twins, and the sum of their doubles is another. */
    private boolean isFull(PlainInstance instance) {
        int[] serverOf = truth.solve(instance).placement().orElseThrow().toArray();
        for (int s = 0; s < instance.servers(); s++) {
            BigDecimal load = BigDecimal.ZERO;
            double rounded = 0;
            for (int m = 0; m < serverOf.length; m++) {
                load = serverOf[m] == s ? load.add(instance.demand[m][s]) : load;
                rounded += serverOf[m] == s ? instance.demand[m][s].doubleValue() : 0;
            }
            if (load.compareTo(instance.capacity[s]) == 0 && rounded != load.doubleValue()) {
                return true;
            }
        }
        return false;
    }

    /** By how many powers of ten the entries other than 0 differ. */
    private static int spread(BigDecimal[][] matrix) {
        int[] exponents = Stream.of(matrix)
                .flatMap(Stream::of)
                .filter(value -> value.signum() != 0)
                .mapToInt(value -> value.precision() - value.scale())
                .sorted()
                .toArray();
        return exponents.length == 0 ? 0 : exponents[exponents.length - 1] - exponents[0];
    }
}
