package dev.twinplace.ddl.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions without some of their parts. */
class PriceStagesTest {
    private static final PriceModel MODEL = PriceModel.shipped();
    private static final PriceStages ALL = PriceStages.endingWith(Polish.LOCAL_SEARCH);
    private static final PriceStages UNPOLISHED = PriceStages.endingWith(Polish.NONE);

    private static List<PlacementProblem> problems(int twins, Coupling coupling) {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.CLUSTERED, coupling, twins, 8 * twins, 5, 0.5);
        return LongStream.range(0, 20)
                .mapToObj(seed -> ScenarioCompiler.compile(generator.generate(seed)))
                .toList();
    }

    private static PriceDecision decide(PriceModel model, PlacementProblem problem, PriceStages stages) {
        PriceDecision decision = PriceDecision.of(model, problem, stages, StageListener.NONE);
        assertTrue(decision.decide(Budget.UNLIMITED.start()));
        return decision;
    }

    private static double sum(List<PlacementProblem> problems, Function<PlacementProblem, PriceDecision> decide) {
        return problems.stream()
                .mapToDouble(problem -> decide.apply(problem).cost())
                .sum();
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void theEnsembleIsTheBestOfItsMembers(Coupling coupling) {
        for (PlacementProblem problem : problems(20, coupling)) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < MODEL.members(); k++) {
                PriceModel member = MODEL.member(k);
                assertEquals(1, member.members());
                least = Math.min(least, decide(member, problem, UNPOLISHED).cost());
            }
            assertEquals(least, decide(MODEL, problem, UNPOLISHED).cost());
        }
    }

    @Test
    void pricesOfZeroProveTheBoundOfTheSeparableProblem() {
        for (PlacementProblem problem : problems(20, Coupling.CAPACITY)) {
            double bound = new SeparableRelaxation(problem).lowerBound();
            PriceDecision without = decide(PriceModel.withPricesOfZero(), problem, ALL);
            assertEquals(bound, without.lowerBound(), 1e-9 * bound);
            assertTrue(decide(MODEL, problem, ALL).lowerBound() > without.lowerBound());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void repairMakesPlacementsCheaperAndComparesMore(int twins) {
        List<PlacementProblem> problems = problems(twins, Coupling.CAPACITY);
        double with = sum(problems, problem -> decide(MODEL, problem, UNPOLISHED));
        assertTrue(with < sum(problems, problem -> decide(MODEL, problem, UNPOLISHED.withoutRepair())));
        for (PlacementProblem problem : problems) {
            long less = decide(MODEL, problem, UNPOLISHED.withoutRepair()).looked();
            assertTrue(decide(MODEL, problem, UNPOLISHED).looked() > less);
        }
    }

    @Test
    void polishingOnePlacementIsNoBetterThanPolishingThree() {
        assertTrue(PriceDecision.polishesSeveral(20));
        for (PlacementProblem problem : problems(20, Coupling.CAPACITY)) {
            PriceDecision one = decide(MODEL, problem, ALL.polishingOne());
            PriceDecision three = decide(MODEL, problem, ALL);
            assertTrue(one.cost() >= three.cost());
            assertTrue(one.cost() <= decide(MODEL, problem, UNPOLISHED).cost() * (1 + 1e-12));
            assertTrue(one.looked() < three.looked());
        }
    }

    @Test
    void ofManyTwinsOnePlacementIsPolished() {
        assertEquals(false, PriceDecision.polishesSeveral(40));
        for (PlacementProblem problem : problems(40, Coupling.CAPACITY)) {
            PriceDecision one = decide(MODEL, problem, ALL.polishingOne());
            PriceDecision all = decide(MODEL, problem, ALL);
            assertEquals(all.cost(), one.cost());
            assertEquals(all.looked(), one.looked());
        }
    }

    /** Without anything to share, each pair of a twin and a server is compared in the choice and, by moves, in the polish. */
    @Test
    void comparisonsOfADecisionAreCounted() {
        PlacementProblem problem = problems(40, Coupling.INDEPENDENT).get(0);
        PriceDecision decision = decide(MODEL, problem, UNPOLISHED.withoutRepair());
        assertEquals(40 * 6, decision.looked());
        assertEquals(40 * 6 + 40 * 5, decide(MODEL, problem, UNPOLISHED).looked());
    }

    @Test
    void countsBelowTheLeastAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PriceStages(Polish.NONE, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PriceStages(Polish.NONE, 0, 0));
    }
}
