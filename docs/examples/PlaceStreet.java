import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.nio.file.Path;
import java.time.Duration;

class PlaceStreet {
    public static void main(String[] arguments) {
        Scenario scenario = ScenarioReader.read(Path.of(arguments[0]));
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        SolveRequest request = SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ofSeconds(1)));
        SolveResult result = Solvers.create("auto").solve(request);
        System.out.printf("%s: cost %.2f, bound %.2f%n", result.status(), result.cost(), result.lowerBound());
        result.placement().ifPresent(placement -> {
            for (int twin = 0; twin < placement.twins(); twin++) {
                System.out.println(scenario.twins().get(twin) + " runs on "
                        + scenario.servers().get(placement.serverOf(twin)).id());
            }
        });
    }
}
