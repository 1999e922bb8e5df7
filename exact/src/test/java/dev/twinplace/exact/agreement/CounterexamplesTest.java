package dev.twinplace.exact.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problems on which one of our solvers once claimed a wrong optimum or a wrong infeasibility, with their true values. */
class CounterexamplesTest {
    private static final String FOLDER = "gap-counterexamples/";
    private static final double MAX_ENUMERATED = 1e7;

    /** For programs that may be slow here; when it ends them, they claim less. */
    private static final Budget SHORT = Budget.ofTime(Duration.ofSeconds(2));

    /** A row of the table of true values. */
    private record Case(String file, Sense sense, BigDecimal optimum) {
        static Case of(String line) {
            String[] fields = line.split(",", -1);
            Sense sense = fields[1].equals("max") ? Sense.MAX : Sense.MIN;
            return new Case(fields[0], sense, new BigDecimal(fields[2]));
        }

        boolean isScenario() {
            return file.endsWith(".json");
        }

        Path path() {
            return SharedData.require(FOLDER + file);
        }

        PlacementProblem problem() {
            return isScenario()
                    ? ScenarioCompiler.compile(ScenarioReader.read(path()))
                    : OrLibraryReader.read(path(), sense);
        }

        double leastCost() {
            return sense == Sense.MAX ? -optimum.doubleValue() : optimum.doubleValue();
        }

        /** Exact but for a scenario, the costs of which are not whole. */
        boolean isOptimum(double cost) {
            return Math.abs(cost - leastCost()) <= (isScenario() ? 1e-9 * leastCost() : 0);
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = Files.readAllLines(SharedData.require(FOLDER + "optima.csv")).stream()
                .skip(1)
                .map(Case::of)
                .toList();
        assertTrue(cases.size() >= 10, "only " + cases.size());
        return cases;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void branchAndBoundProvesThemAll(int threads) throws IOException {
        for (Case one : cases()) {
            SolveResult result = Solve.solver("branch-and-bound", threads).solve(one.problem());
            assertEquals(SolveStatus.OPTIMAL, result.status(), one.file);
            assertTrue(one.isOptimum(result.cost()), one.file + ": " + result);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp-sat", "mip", "lagrangian", "column-generation", "decomposition", "enumeration"})
    void othersClaimNothingThatIsWrong(String id) throws IOException {
        for (Case one : cases()) {
            PlacementProblem problem = one.problem();
            if (id.equals("enumeration") && Math.pow(problem.servers(), problem.twins()) > MAX_ENUMERATED) {
                continue;
            }
            SolveResult result = Solve.solver(id, 1).solve(problem, SHORT, 0, IncumbentListener.NONE);
            String said = one.file + ": " + result;
            assertTrue(result.status() != SolveStatus.INFEASIBLE, said);
            assertTrue(result.status() != SolveStatus.OPTIMAL || one.isOptimum(result.cost()), said);
            assertTrue(result.lowerBound() <= one.leastCost() || one.isOptimum(result.lowerBound()), said);
            assertTrue(result.cost() >= one.leastCost() || one.isOptimum(result.cost()), said);
        }
    }

    /** The true values are those of programs that know nothing of ours. */
    @Test
    void theOraclesFindTheTrueValues() throws IOException {
        Oracle cpSat = new CpSatOracle(20);
        Oracle scip = new MipOracle("SCIP", 10_000);
        int compared = 0;
        for (Case one : cases()) {
            if (!one.isScenario()) {
                PlainInstance instance = PlainText.parse(one.file, Files.readString(one.path()), one.sense);
                Claims claims = new Claims(instance);
                Stream.of(cpSat, scip).map(oracle -> oracle.solve(instance)).forEach(claims::add);
                assertEquals(List.of(), claims.complaints(), one.file);
                BigDecimal least = one.sense == Sense.MAX ? one.optimum.negate() : one.optimum;
                assertEquals(0, claims.best().orElseThrow().compareTo(least), one.file);
                compared++;
            }
        }
        assertTrue(compared >= 9, String.format(Locale.ROOT, "only %d", compared));
    }
}
