package dev.twinplace.cli.card;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.paper.PaperModel;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperSolver;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceSolver;
import dev.twinplace.ddl.price.PriceTraining;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.result.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * In what the cards of the policies differ.
 *
 * @param policy that the model is of
 * @param facts for its text, beyond those that every model file states
 * @param solvers that decide with the model
 * @param unseen sets of scenarios that its training never saw
 */
record CardSubject(
        String policy, Map<String, String> facts, List<BudgetedSolver> solvers, List<List<Scenario>> unseen) {
    private static final int SCENARIOS = 256;
    private static final long MAX_SETTING = 1_000_000_000;

    /**
     * Of a model file.
     *
     * @throws dev.twinplace.io.InvalidInputException if it is of no policy
     */
    static CardSubject of(TensorReader file) {
        return file.text("format").equals(PaperModel.FORMAT) ? paper(file) : price(file);
    }

    private static CardSubject paper(TensorReader file) {
        ScenarioGenerator generator = new ScenarioGenerator(
                idOf(file, "profile", Profile.values()),
                idOf(file, "coupling", Coupling.values()),
                (int) setting(file, "twins"),
                (int) setting(file, "devices"),
                (int) setting(file, "edges"),
                Double.parseDouble(file.text("alpha")));
        PaperScenarios scenarios = new PaperScenarios(generator, file.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        boolean isLimited = generator.coupling() == Coupling.CAPACITY;
        return new CardSubject(
                "ddl-paper",
                Map.of(
                        "scenarios",
                        Numbers.plain((double) (setting(file, "database") + setting(file, "iterations"))),
                        "capacities",
                        isLimited ? capacities() : "Servers take any load."),
                List.of(solver("ddl-paper", new PaperSolver(PaperModel.read(file)))),
                List.of(draw(scenarios::validation)));
    }

    private static CardSubject price(TensorReader file) {
        PriceModel model = PriceModel.read(file);
        return new CardSubject(
                "ddl-price",
                Map.of(
                        "scenarios", Numbers.plain((double) (setting(file, "batch") * setting(file, "iterations"))),
                        "distribution", PriceTraining.distribution(),
                        "capacities", capacities()),
                List.of(
                        solver("ddl-price", new PriceSolver(model, Polish.LOCAL_SEARCH)),
                        solver("ddl-price --polish none", new PriceSolver(model, Polish.NONE))),
                Arrays.stream(Coupling.values())
                        .map(coupling -> draw(ScenarioGenerator.table2(Profile.TABLE2, coupling)::generate))
                        .toList());
    }

    private static <T> T idOf(TensorReader file, String key, T[] values) {
        String id = file.text(key);
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> file.fail(key, "must be one of " + Arrays.toString(values) + ", but was " + id));
    }

    private static long setting(TensorReader file, String key) {
        return file.integer(key, 1, MAX_SETTING);
    }

    private static String capacities() {
        return "The edge servers together have room for "
                + Numbers.percent(PaperDefaults.CAPACITY_TIGHTNESS).replace('\u00a0', ' ')
                + " of the workload under `capacity`, each for the same part.";
    }

    private static BudgetedSolver solver(String label, PlacementSolver solver) {
        return new BudgetedSolver(label, solver, Budget.UNLIMITED, 1);
    }

    private static List<Scenario> draw(LongFunction<Scenario> scenarios) {
        return LongStream.range(0, SCENARIOS).mapToObj(scenarios).toList();
    }
}
