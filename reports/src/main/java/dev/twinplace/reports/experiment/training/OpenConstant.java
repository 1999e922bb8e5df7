package dev.twinplace.reports.experiment.training;

import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.ChangedScenario;
import dev.twinplace.reports.experiment.Scale;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A constant that the paper leaves open, with one value; the others have their defaults.
 *
 * @param parameter {@code gamma}, {@code lambda}, {@code delta} or {@code theta}
 * @param value in the unit of {@link PaperDefaults}; of θ, the number of instructions whose energy it is
 * @param isDefault whether scenarios are as without it
 * @param edit of a scenario with the defaults
 */
record OpenConstant(String parameter, double value, boolean isDefault, UnaryOperator<Scenario> edit) {
    private static final ModelParameters BASE = PaperDefaults.PARAMETERS;
    private static final double GIGA = 1e9;

    /** What tables call a setting without any change. */
    private static final String DEFAULT = "default";

    /** γ, a share of the bandwidth: at most 1. */
    static OpenConstant gamma(double value) {
        double usual = BASE.networkDiscount();
        return of("gamma", value, usual, new ModelParameters(BASE.instructionsPerByte(), value, BASE.radioConstant()));
    }

    /** λ in MB·m/s. */
    static OpenConstant lambda(double value) {
        double usual = BASE.radioConstant();
        return of(
                "lambda", value, usual, new ModelParameters(BASE.instructionsPerByte(), BASE.networkDiscount(), value));
    }

    /** δ in instructions per byte. */
    static OpenConstant delta(double value) {
        double usual = BASE.instructionsPerByte();
        return of("delta", value, usual, new ModelParameters(value, BASE.networkDiscount(), BASE.radioConstant()));
    }

    /** θ as the energy of so many instructions: the paper says of one, Twinplace reads of 10^9. */
    static OpenConstant theta(double instructions) {
        return new OpenConstant(
                "theta",
                instructions,
                instructions == GIGA,
                scenario -> ChangedScenario.withComputeEnergy(scenario, GIGA / instructions));
    }

    private static OpenConstant of(String parameter, double value, double usual, ModelParameters parameters) {
        return new OpenConstant(
                parameter, value, value == usual, scenario -> ChangedScenario.withParameters(scenario, parameters));
    }

    /** All values that are tried, of each constant the default among them. */
    static List<OpenConstant> all(Scale scale) {
        List<Double> gammas =
                scale.pick(List.of(0.0375, 0.075, 0.15, 0.3, 0.6, 1.0), List.of(0.075, 0.15, 0.3), List.of(0.15, 0.3));
        List<Double> lambdas = scale.pick(
                List.of(2500.0, 5000.0, 10_000.0, 20_000.0, 40_000.0, 80_000.0),
                List.of(5000.0, 10_000.0, 20_000.0),
                List.of(10_000.0));
        List<Double> deltas = scale.pick(
                List.of(1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0), List.of(10.0, 100.0, 1000.0), List.of(10.0));
        List<Double> thetas = scale.pick(List.of(1.0, 1e6, 1e7, GIGA), List.of(1e7, GIGA), List.of(1.0, GIGA));
        return Stream.of(
                        gammas.stream().map(OpenConstant::gamma),
                        lambdas.stream().map(OpenConstant::lambda),
                        deltas.stream().map(OpenConstant::delta),
                        thetas.stream().map(OpenConstant::theta))
                .flatMap(each -> each)
                .toList();
    }

    /** The same for all constants that have their defaults. */
    String setting() {
        return isDefault ? DEFAULT : parameter + " " + value;
    }

    /** Whether servers differ from those that the pretrained model was trained for. */
    boolean hasOtherServers() {
        return parameter.equals("theta") && !isDefault;
    }
}
