package dev.twinplace.exact.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A placement costs in the linear program what it costs by definition, and is feasible in both or in neither. */
class LinearisationTest {
    private PlacementProblem problem;
    private LinearProgram program;
    private double[] values;

    @Test
    void costsAndFeasibilityAreThoseOfTheProblem() {
        SplittableRandom random = new SplittableRandom(1);
        int infeasible = 0;
        for (int seed = 0; seed < 2000; seed++) {
            problem = RandomProblems.tiny(seed);
            program = Linearisation.of(problem);
            int[] placement = RandomProblems.placement(problem, random);
            String what = RandomProblems.kindOf(seed) + ", seed " + seed;
            complete(placement);
            assertEquals(NaiveCost.isFeasible(problem, placement), isFeasible(), what);
            assertEquals(NaiveCost.cost(problem, placement), cost(), 1e-9 * (1 + problem.costMagnitude()), what);
            infeasible += isFeasible() ? 0 : 1;
        }
        assertTrue(infeasible > 200, "infeasible placements: " + infeasible);
    }

    /** Gives every other variable its least value, in the first constraint that it occurs in. */
    private void complete(int[] placement) {
        values = new double[program.variables().size()];
        boolean[] known = new boolean[values.length];
        for (int m = 0; m < placement.length; m++) {
            values[m * problem.servers() + placement[m]] = 1;
        }
        for (Constraint constraint : program.constraints()) {
            for (Term term : constraint.terms()) {
                if (!program.variables().get(term.variable()).isBinary() && !known[term.variable()]) {
                    known[term.variable()] = true;
                    double missing = (constraint.bound() - sum(constraint)) / term.coefficient();
                    values[term.variable()] = Math.max(0, missing);
                }
            }
        }
    }

    private double sum(Constraint constraint) {
        return constraint.terms().stream()
                .mapToDouble(term -> term.coefficient() * values[term.variable()])
                .sum();
    }

    private boolean isFeasible() {
        for (Constraint constraint : program.constraints()) {
            double excess = sum(constraint) - constraint.bound();
            double slack = 1e-9 * (1 + Math.abs(constraint.bound()));
            boolean tooMuch = constraint.relation() != Relation.AT_LEAST && excess > slack;
            boolean tooLittle = constraint.relation() != Relation.AT_MOST && excess < -slack;
            if (tooMuch || tooLittle) {
                return false;
            }
        }
        return true;
    }

    private double cost() {
        double cost = 0;
        for (int i = 0; i < values.length; i++) {
            cost += program.variables().get(i).cost() * values[i];
        }
        return cost;
    }

    @Test
    void namesAreLegalAndUnique() {
        program = Linearisation.of(RandomProblems.of(RandomProblems.Kind.CONTENTION_AND_CAPACITY, 20, 5, 1));
        Set<String> names = new HashSet<>();
        for (Variable variable : program.variables()) {
            assertTrue(variable.name().matches("[xwz]_[0-9_]+") && names.add(variable.name()), variable.name());
        }
        for (Constraint constraint : program.constraints()) {
            assertTrue(constraint.name().matches("[a-z]+_[0-9_]+") && names.add(constraint.name()), constraint.name());
        }
    }

    @Test
    void growsLinearlyInTheCells() {
        program = Linearisation.of(RandomProblems.of(RandomProblems.Kind.CONTENTION_AND_CAPACITY, 300, 10, 1));
        int terms =
                program.constraints().stream().mapToInt(c -> c.terms().size()).sum();
        assertTrue(program.variables().size() <= 2 * 300 * 10 + 10);
        assertTrue(terms <= 6 * 300 * 10 + 10, "terms: " + terms);
    }
}
