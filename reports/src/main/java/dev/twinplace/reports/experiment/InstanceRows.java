package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each policy answered on each problem of a part of an experiment: the means of the part's table can be computed from it.
 * Belongs to one thread.
 */
public final class InstanceRows {
    private static final Column[] OF_PROBLEM = {
        Columns.PROFILE, Columns.SEED, Columns.COUPLING, Columns.ALPHA, Columns.TWINS, Columns.DEVICES, Columns.EDGES
    };
    private static final Column[] OF_ANSWER = {
        Columns.STATUS, Columns.COST, Columns.REFERENCE_COST, Columns.REFERENCE_STATUS, Columns.GAP
    };

    private final List<Column> subjects = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();
    private Column policies = Columns.POLICY;

    /** What the part is about, as its table calls it. */
    public InstanceRows about(Column column, Object value) {
        subjects.add(column);
        values.add(value);
        return this;
    }

    /** What the part's table calls policies, if not {@link Columns#POLICY}. */
    public InstanceRows by(Column column) {
        policies = column;
        return this;
    }

    /** The answers of a policy that the part's table calls as here. */
    public void add(TestSet test, Answers answers) {
        add(answers.solver(), test, answers);
    }

    /** The answers of a policy that the part's table calls by another name. */
    public void add(String policy, TestSet test, Answers answers) {
        double[] costs = answers.costs();
        for (int i = 0; i < costs.length; i++) {
            Reference reference = test.references().get(i);
            Scenario scenario = test.questions().get(i).instance().scenario().orElseThrow();
            add(policy, scenario, answers.status(i), costs[i], reference, reference.gap(costs[i]));
        }
    }

    /** The answer to one problem, whose gap is at least 0. */
    public void add(String policy, Scenario scenario, SolveResult result, Reference reference) {
        double cost = result.cost();
        add(policy, scenario, result.status().name(), cost, reference, reference.gapAbove(cost));
    }

    /** The generator's name for a scenario has its profile and seed. */
    private void add(String policy, Scenario scenario, String status, double cost, Reference reference, double gap) {
        int dash = scenario.name().indexOf('-');
        List<Object> row = new ArrayList<>(values);
        row.addAll(List.of(
                scenario.name().substring(0, dash),
                Long.valueOf(scenario.name().substring(dash + 1)),
                scenario.coupling().id(),
                scenario.alpha(),
                scenario.twins().size(),
                scenario.devices().size(),
                scenario.servers().stream().filter(EdgeServer.class::isInstance).count(),
                policy,
                status,
                cost,
                reference.optimum(),
                reference.isProven() ? "OPTIMAL" : "BOUND",
                gap));
        rows.add(row);
    }

    /** All rows, if there are any. */
    public Optional<Table> table(String id) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableBuilder(id, "")
                        .columns(subjects.toArray(Column[]::new))
                        .columns(OF_PROBLEM)
                        .columns(policies)
                        .columns(OF_ANSWER)
                        .rows(rows)
                        .build());
    }
}
