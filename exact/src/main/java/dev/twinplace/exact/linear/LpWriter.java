package dev.twinplace.exact.linear;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes linear programs in CPLEX's LP format. Numbers read back to the same bits. */
public final class LpWriter {
    /** Some readers stop at 255 characters a line. */
    private static final int TERMS_PER_LINE = 4;

    private final LinearProgram program;
    private final PrintWriter out;

    private LpWriter(LinearProgram program, PrintWriter out) {
        this.program = program;
        this.out = out;
    }

    /** Writes a program below comments, each a line; does not close {@code out}. */
    public static void write(LinearProgram program, List<String> comments, PrintWriter out) {
        comments.forEach(comment -> out.print("\\ " + comment + "\n"));
        new LpWriter(program, out).write();
        out.flush();
    }

    private void write() {
        out.print("Minimize\n cost:");
        writeTerms(costs());
        out.print("\nSubject To\n");
        for (Constraint constraint : program.constraints()) {
            out.print(" " + constraint.name() + ":");
            writeTerms(constraint.terms());
            out.print(" " + symbol(constraint.relation()) + " " + constraint.bound() + "\n");
        }
        out.print("Binaries\n");
        for (Variable variable : program.variables()) {
            if (variable.isBinary()) {
                out.print(" " + variable.name() + "\n");
            }
        }
        out.print("End\n");
    }

    /** Also those that are 0: a variable may occur nowhere else, and an empty sum is not legal everywhere. */
    private List<Term> costs() {
        List<Term> terms = new ArrayList<>();
        for (Variable variable : program.variables()) {
            terms.add(new Term(terms.size(), variable.cost()));
        }
        return terms;
    }

    private void writeTerms(List<Term> terms) {
        int written = 0;
        for (Term term : terms) {
            if (written++ % TERMS_PER_LINE == 0 && written > 1) {
                out.print("\n  ");
            }
            out.print(term.coefficient() < 0 ? " - " : " + ");
            out.print(Math.abs(term.coefficient()));
            out.print(" ");
            out.print(program.variables().get(term.variable()).name());
        }
    }

    private static String symbol(Relation relation) {
        return switch (relation) {
            case AT_MOST -> "<=";
            case EQUAL -> "=";
            case AT_LEAST -> ">=";
        };
    }
}
