package dev.twinplace.decision.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinConstraints;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The next best servers, against the rules and the definition of cost, one move after the other. */
class ExplanationTest {
    private static Answer answer(Scenario scenario, String solver) {
        ScenarioQuestion question = ScenarioQuestion.of("test", scenario);
        SolveResult result = Solvers.create(solver)
                .solve(SolveRequest.of(question.problem()).withBudget(Budget.ofTime(Duration.ofSeconds(10))));
        return Answer.of(question, solver, result);
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void theNextBestServerIsThatOfAllMovesThatKeepTheRules(Coupling coupling) {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.OPERATOR, coupling, 14, 70, 4, 0.5);
        Set<Keeper> seen = EnumSet.noneOf(Keeper.class);
        int explained = 0;
        for (long seed = 1; seed <= 30; seed++) {
            Answer answer = answer(generator.generate(seed), "greedy");
            if (answer.result().placement().isPresent()) {
                explained++;
                requireBest(answer, seen);
            }
        }
        assertTrue(explained >= 10, "explained: " + explained);
        assertTrue(
                seen.containsAll(EnumSet.of(Keeper.COST, Keeper.CAPACITY, Keeper.RULE, Keeper.SEPARATE)),
                seen::toString);
    }

    private static void requireBest(Answer answer, Set<Keeper> seen) {
        ScenarioQuestion question = (ScenarioQuestion) answer.question();
        Scenario scenario = question.scenario();
        int[] serverOf = question.serversOf(answer.result().placement().orElseThrow());
        double now = Outcome.of(scenario, serverOf).totalCost();
        List<TwinChoice> choices = Explanation.of(answer).twins();
        for (int m = 0; m < serverOf.length; m++) {
            double least = leastElsewhere(question, serverOf, m);
            TwinChoice choice = choices.get(m);
            seen.add(choice.keeper());
            assertEquals(scenario.twins().get(m), choice.twin());
            assertEquals(Double.isFinite(least), choice.isFree(), choice::toString);
            if (choice.isFree()) {
                assertEquals(least - now, choice.difference().getAsDouble(), 1e-9 * now, choice::toString);
                assertEquals(least < now - 1e-9 * now, choice.keeper() == Keeper.NOTHING, choice::toString);
            }
        }
    }

    private static double leastElsewhere(ScenarioQuestion question, int[] serverOf, int twin) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = Outcome.UNPLACED; s < question.servers(); s++) {
            int server = s;
            int[] moved = IntStream.range(0, serverOf.length)
                    .map(m -> question.rowOf(m) == question.rowOf(twin) ? server : serverOf[m])
                    .toArray();
            if (s != serverOf[twin]
                    && PlacementRules.broken(question.scenario(), moved).isEmpty()) {
                least = Math.min(least, Outcome.of(question.scenario(), moved).totalCost());
            }
        }
        return least;
    }

    /** The camera would be cheaper beside the robot, which computes in 0.083 s alone, and in 0.15 s beside it. */
    @Test
    void aLatencyOfAnotherKeepsATwinAway() {
        TwinConstraints none = TwinConstraints.NONE;
        TwinConstraints hurried = new TwinConstraints(
                none.demands(),
                none.pinned(),
                none.allowedServers(),
                none.forbiddenServers(),
                none.requiredLabels(),
                0.1,
                none.unplacedPenalty(),
                none.moveCost(),
                none.onFailure());
        Scenario scenario = new Scenario(
                "robot",
                0.5,
                Coupling.CONTENTION,
                PaperDefaults.PARAMETERS,
                List.of(
                        PaperDefaults.edge("near", 0, 0, 3, Double.POSITIVE_INFINITY),
                        PaperDefaults.edge("far", 900, 0, 3, Double.POSITIVE_INFINITY)),
                List.of("robot", "camera"),
                List.of(new Device("r", 0, 0, 0, 25, 1000), new Device("c", 1, 0, 0, 20, 1000)),
                new Constraints(true, List.of(), List.of(hurried, none), List.of(), List.of()));
        Answer answer = answer(scenario, "greedy");
        TwinChoice camera = Explanation.of(answer).twins().get(1);
        assertEquals(Optional.of("far"), camera.server());
        assertEquals(Keeper.LATENCY, camera.keeper());
        assertTrue(
                camera.reason()
                        .endsWith("but robot, which is there, tolerates a latency of 0.1 s, and would have 0.15 s"),
                camera.reason());
        assertFalse(camera.isFree());
    }

    @Test
    void unplacedTwinsHaveReasons() {
        ScenarioGenerator generator = new ScenarioGenerator(Profile.OPERATOR, Coupling.CAPACITY, 14, 70, 4, 0.5);
        int unplaced = 0;
        for (long seed = 1; seed <= 30; seed++) {
            Answer answer = answer(generator.generate(seed), "greedy");
            if (answer.result().placement().isEmpty()) {
                continue;
            }
            Explanation explanation = Explanation.of(answer);
            for (UnplacedTwin twin : explanation.unplaced()) {
                unplaced++;
                assertEquals(5, twin.reasons().size(), twin::toString);
            }
            long missing = answer.twins().stream()
                    .filter(twin -> twin.server().isEmpty())
                    .count();
            assertEquals(missing, explanation.unplaced().size());
        }
        assertTrue(unplaced >= 5, "unplaced: " + unplaced);
    }

    @Test
    void aSharedProcessorHasThePriceOfTheSlowdownItCauses() {
        Scenario scenario =
                ScenarioGenerator.table2(Profile.TABLE2, Coupling.CONTENTION).generate(1);
        Answer answer = answer(scenario, "greedy");
        Explanation explanation = Explanation.of(answer);
        assertTrue(explanation.scarce().stream()
                .allMatch(scarce -> scarce.resource().equals("processor")));
        int[] serverOf = answer.question().serversOf(answer.result().placement().orElseThrow());
        ScarceResource first = explanation.scarce().get(0);
        int server = IntStream.range(0, answer.question().servers())
                .filter(s -> answer.question().serverId(s).equals(first.server()))
                .findFirst()
                .orElseThrow();
        double devices = scenario.devices().stream()
                .filter(device -> serverOf[device.twin()] == server)
                .count();
        double secondsPerMB = scenario.parameters().instructionsPerByte()
                / (1000 * scenario.servers().get(server).clockGHz());
        assertEquals(scenario.alpha() * devices * secondsPerMB, first.price(), 1e-12);
    }
}
