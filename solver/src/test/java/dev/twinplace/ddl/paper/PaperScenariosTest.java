package dev.twinplace.ddl.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PaperScenariosTest {
    private static final ScenarioGenerator GENERATOR =
            new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, 4, 20, 2, 0.5);

    /** With its two edges exchanged. */
    private static Scenario reversed(Scenario scenario) {
        List<Server> servers = scenario.servers();
        return scenario.with(List.of(servers.get(1), servers.get(0), servers.get(2)), scenario.constraints());
    }

    @Test
    void whatIsEditedIsLearnedAndJudged() {
        PaperScenarios drawn = new PaperScenarios(GENERATOR, 1);
        PaperScenarios edited = new PaperScenarios(GENERATOR, 1, PaperScenariosTest::reversed);
        assertEquals(reversed(drawn.training(3)), edited.training(3));
        assertEquals(reversed(drawn.validation(3)), edited.validation(3));
        assertEquals(edited.servers(), edited.training(3).servers());
    }

    @Test
    void withoutAnEditNothingChanges() {
        PaperScenarios drawn = new PaperScenarios(GENERATOR, 1);
        assertEquals(drawn.training(3), new PaperScenarios(GENERATOR, 1, UnaryOperator.identity()).training(3));
    }
}
