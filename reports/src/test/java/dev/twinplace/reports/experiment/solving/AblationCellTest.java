package dev.twinplace.reports.experiment.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Device;
import dev.twinplace.model.Server;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AblationCellTest {
    private static double[] capacities(ScenarioQuestion question) {
        return question.scenario().servers().stream()
                .mapToDouble(Server::capacityMB)
                .toArray();
    }

    private static double workload(ScenarioQuestion question) {
        return question.scenario().devices().stream()
                .mapToDouble(Device::workloadMB)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.1})
    void theEdgesTogetherTakeTheTightnessOfTheWorkload(double tightness) {
        AblationCell even = AblationCell.capacity(Profile.CLUSTERED, 12, 4, tightness);
        for (AblationCell cell : List.of(even, even.uneven())) {
            List<ScenarioQuestion> questions = cell.questions(5, 3);
            assertEquals(5, questions.size());
            for (ScenarioQuestion question : questions) {
                double[] capacities = capacities(question);
                double edges = Arrays.stream(capacities).limit(4).sum();
                assertEquals(tightness * workload(question), edges, 1e-9 * edges);
                assertEquals(Double.POSITIVE_INFINITY, capacities[4]);
                double ratio = Arrays.stream(capacities).limit(4).max().orElseThrow()
                        / Arrays.stream(capacities).limit(4).min().orElseThrow();
                assertTrue(
                        cell.isUneven() ? ratio > 1.01 && ratio < 7 : Math.abs(ratio - 1) < 1e-12, "ratio: " + ratio);
            }
        }
    }

    @Test
    void underContentionNothingHasACapacity() {
        for (ScenarioQuestion question :
                AblationCell.contention(Profile.TABLE2, 12, 4).questions(2, 1)) {
            assertTrue(Arrays.stream(capacities(question)).allMatch(Double::isInfinite));
        }
    }
}
