import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.ConstraintCompiler;
import java.nio.file.Path;
import java.time.Duration;

class PlaceStreet {
    public static void main(String[] arguments) {
        Scenario scenario = ScenarioReader.read(Path.of(arguments[0]));
        CompiledScenario compiled = ConstraintCompiler.compile(scenario);
        SolveRequest request =
                SolveRequest.of(compiled.problem()).withBudget(Budget.ofTime(Duration.ofSeconds(1)));
        SolveResult result = Solvers.create("auto").solve(request);
        System.out.printf("%s: cost %.2f, bound %.2f%n", result.status(), result.cost(), result.lowerBound());
        result.placement().map(compiled::serversOf).ifPresent(serverOf -> {
            for (int twin = 0; twin < serverOf.length; twin++) {
                String server = serverOf[twin] == Outcome.UNPLACED
                        ? "no server"
                        : scenario.servers().get(serverOf[twin]).id();
                System.out.println(scenario.twins().get(twin) + " runs on " + server);
            }
        });
    }
}
