package dev.twinplace.reports.experiment.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.reports.experiment.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of open constants do to scenarios what their names say. */
class OpenConstantTest {
    private static final Scenario SCENARIO =
            ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT).generate(1);

    private static List<Double> thetas(Scenario scenario) {
        return scenario.servers().stream()
                .map(Server::computeMilliJoulePerGigaInstruction)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void eachConstantHasItsDefaultOnceAndThatChangesNothing(Scale scale) {
        List<OpenConstant> all = OpenConstant.all(scale);
        for (String parameter : List.of("gamma", "lambda", "delta", "theta")) {
            List<OpenConstant> defaults = all.stream()
                    .filter(constant -> constant.parameter().equals(parameter) && constant.isDefault())
                    .toList();
            assertEquals(1, defaults.size(), parameter);
            assertEquals(SCENARIO, defaults.get(0).edit().apply(SCENARIO), parameter);
        }
        assertEquals(
                all.size() - 3,
                all.stream().map(OpenConstant::setting).distinct().count());
        all.stream()
                .filter(constant -> !constant.isDefault())
                .forEach(constant -> assertNotEquals(SCENARIO, constant.edit().apply(SCENARIO), constant::toString));
    }

    @Test
    void oneConstantChangesAndTheOthersKeepTheirDefaults() {
        ModelParameters base = SCENARIO.parameters();
        assertEquals(
                new ModelParameters(base.instructionsPerByte(), 0.5, base.radioConstant()),
                OpenConstant.gamma(0.5).edit().apply(SCENARIO).parameters());
        assertEquals(
                new ModelParameters(base.instructionsPerByte(), base.networkDiscount(), 5),
                OpenConstant.lambda(5).edit().apply(SCENARIO).parameters());
        assertEquals(
                new ModelParameters(1000, base.networkDiscount(), base.radioConstant()),
                OpenConstant.delta(1000).edit().apply(SCENARIO).parameters());
    }

    @Test
    void thetaPerInstructionIsABillionTimesThatPerBillion() {
        Scenario printed = OpenConstant.theta(1).edit().apply(SCENARIO);
        assertEquals(List.of(0.125e9, 0.125e9, 0.125e9, 0.1e9), thetas(printed));
        assertEquals(SCENARIO.parameters(), printed.parameters());
        assertTrue(OpenConstant.theta(1).hasOtherServers());
    }

    /** At the default δ the energy of 10^7 instructions is that of 1 MB: what stands in Table 2 is then in mJ/MB. */
    @Test
    void tenMillionInstructionsProcessAMegabyte() {
        Scenario perMegabyte = OpenConstant.theta(1e7).edit().apply(SCENARIO);
        double gigaInstructionsPerMegabyte = SCENARIO.parameters().instructionsPerByte() * 1e6 / 1e9;
        assertEquals(0.125, gigaInstructionsPerMegabyte * thetas(perMegabyte).get(0), 1e-12);
        assertEquals(0.1, gigaInstructionsPerMegabyte * thetas(perMegabyte).get(3), 1e-12);
    }

    @Test
    void noMoreThanAllOfTheBandwidthReachesTheCloud() {
        assertTrue(OpenConstant.all(Scale.FULL).stream()
                .filter(constant -> constant.parameter().equals("gamma"))
                .allMatch(constant -> constant.value() <= 1));
    }
}
