package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.ddl.price.PriceDecision;
import dev.twinplace.ddl.price.PriceModel;
import dev.twinplace.ddl.price.PriceStages;
import dev.twinplace.ddl.price.PriceTraining;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.exact.lagrangian.LagrangianSolver;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.solving.AblationPolicy.Decided;
import dev.twinplace.reports.experiment.solving.RestartedSearch.Restart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The shipped {@code ddl-price}, the same without each of its parts, and methods without learning at the same effort. */
final class AblationPolicies {
    static final String SHIPPED = "ddl-price";
    static final String UNPOLISHED = "ddl-price:polish=none";
    static final int UNTRAINED_DRAWS = 8;
    static final String UNTRAINED = "untrained networks";
    static final String WITHOUT_PRICES = "prices of 0, no network";
    static final String RESTARTS = "local-search, restarts";
    static final String CHANGES = "local-search, random changes";

    private static final PriceStages ALL = PriceStages.endingWith(Polish.LOCAL_SEARCH);

    private AblationPolicies() {}

    /**
     * All policies for scenarios of one kind, the shipped one first.
     *
     * @param twins of each scenario
     * @param others scenarios of the kind that the policies are not compared on
     */
    static List<AblationPolicy> of(int twins, List<ScenarioQuestion> others) {
        PriceModel shipped = PriceModel.shipped();
        List<AblationPolicy> policies = new ArrayList<>();
        policies.add(AblationPolicy.priced(SHIPPED, shipped, ALL));
        policies.add(untrained());
        policies.add(AblationPolicy.priced(WITHOUT_PRICES, PriceModel.withPricesOfZero(), ALL));
        policies.add(AblationPolicy.priced("one network", bestMember(shipped, others), ALL));
        policies.add(AblationPolicy.priced("without repair", shipped, ALL.withoutRepair()));
        if (PriceDecision.polishesSeveral(twins)) {
            policies.add(AblationPolicy.priced("one placement polished", shipped, ALL.polishingOne()));
        }
        policies.add(AblationPolicy.priced(UNPOLISHED, shipped, PriceStages.endingWith(Polish.NONE)));
        policies.add(new AblationPolicy(
                "local-search", (question, index, effort) -> restarted(question, Restart.RANDOM_ORDER, 0, index)));
        policies.add(new AblationPolicy(
                RESTARTS, (question, index, effort) -> restarted(question, Restart.RANDOM_ORDER, effort, index)));
        policies.add(new AblationPolicy(
                CHANGES, (question, index, effort) -> restarted(question, Restart.CHANGED_BEST, effort, index)));
        policies.add(new AblationPolicy("lagrangian, placements not counted", AblationPolicies::lagrangian));
        return policies;
    }

    /** Networks as training starts with them, of several seeds. */
    static List<PriceModel> untrainedModels() {
        PriceTraining shipped = PriceTraining.DEFAULT;
        return LongStream.rangeClosed(1, UNTRAINED_DRAWS)
                .mapToObj(seed -> PriceModel.untrained(new PriceTraining(
                        shipped.members(),
                        shipped.hidden(),
                        shipped.iterations(),
                        shipped.batch(),
                        shipped.learningRate(),
                        seed)))
                .toList();
    }

    /** Of another seed from scenario to scenario. */
    private static AblationPolicy untrained() {
        List<PriceModel> drawn = untrainedModels();
        return new AblationPolicy(
                UNTRAINED,
                (question, index, effort) -> AblationPolicy.decide(question, drawn.get(index % UNTRAINED_DRAWS), ALL));
    }

    /** The network whose placements cost least if it decides alone. */
    private static PriceModel bestMember(PriceModel model, List<ScenarioQuestion> questions) {
        PriceModel best = model.member(0);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < model.members(); k++) {
            PriceModel member = model.member(k);
            double cost = questions.stream()
                    .mapToDouble(question ->
                            AblationPolicy.decide(question, member, ALL).cost())
                    .sum();
            if (cost < least) {
                best = member;
                least = cost;
            }
        }
        return best;
    }

    private static Decided restarted(ScenarioQuestion question, Restart how, long effort, int seed) {
        return new RestartedSearch(question.problem(), how, seed).search(Budget.UNLIMITED.start(), effort);
    }

    /** An evaluation of its relaxation compares each pair of a twin and a server once. The search for placements is not counted. */
    private static Decided lagrangian(ScenarioQuestion question, int index, long effort) {
        PlacementProblem problem = question.problem();
        long cells = (long) problem.twins() * problem.servers();
        PlacementSolver solver = new LagrangianSolver();
        SolveResult result = solver.solve(SolveRequest.of(question.instance())
                .withBudget(Budget.ofNodes(Math.max(1, effort / cells)))
                .withSeed(index));
        return Decided.of(problem, result.placement().orElseThrow().toArray(), result.nodes() * cells);
    }
}
