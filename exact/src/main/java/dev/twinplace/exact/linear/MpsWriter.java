package dev.twinplace.exact.linear;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes linear programs in free MPS, the fields separated by blanks. Numbers read back to the same bits. */
public final class MpsWriter {
    private static final String OBJECTIVE = "cost";

    private final LinearProgram program;
    private final PrintWriter out;

    private MpsWriter(LinearProgram program, PrintWriter out) {
        this.program = program;
        this.out = out;
    }

    /** Writes a program below comments, each a line; does not close {@code out}. */
    public static void write(LinearProgram program, List<String> comments, PrintWriter out) {
        comments.forEach(comment -> out.print("* " + comment + "\n"));
        new MpsWriter(program, out).write();
        out.flush();
    }

    private void write() {
        out.print("NAME placement\n");
        out.print("ROWS\n N " + OBJECTIVE + "\n");
        for (Constraint constraint : program.constraints()) {
            out.print(" " + letter(constraint.relation()) + " " + constraint.name() + "\n");
        }
        writeColumns();
        out.print("RHS\n");
        for (Constraint constraint : program.constraints()) {
            out.print(" RHS " + constraint.name() + " " + constraint.bound() + "\n");
        }
        out.print("BOUNDS\n");
        for (Variable variable : program.variables()) {
            if (variable.isBinary()) {
                out.print(" UP BND " + variable.name() + " 1\n");
            }
        }
        out.print("ENDATA\n");
    }

    private void writeColumns() {
        List<List<String>> entries = new ArrayList<>();
        for (Variable variable : program.variables()) {
            List<String> column = new ArrayList<>();
            column.add(OBJECTIVE + " " + variable.cost());
            entries.add(column);
        }
        for (Constraint constraint : program.constraints()) {
            for (Term term : constraint.terms()) {
                entries.get(term.variable()).add(constraint.name() + " " + term.coefficient());
            }
        }
        out.print("COLUMNS\n");
        boolean binary = false;
        for (int i = 0; i < entries.size(); i++) {
            Variable variable = program.variables().get(i);
            if (variable.isBinary() != binary) {
                binary = variable.isBinary();
                out.print(" MARKER" + i + " 'MARKER' '" + (binary ? "INTORG" : "INTEND") + "'\n");
            }
            for (String entry : entries.get(i)) {
                out.print(" " + variable.name() + " " + entry + "\n");
            }
        }
        if (binary) {
            out.print(" MARKER" + entries.size() + " 'MARKER' 'INTEND'\n");
        }
    }

    private static String letter(Relation relation) {
        return switch (relation) {
            case AT_MOST -> "L";
            case EQUAL -> "E";
            case AT_LEAST -> "G";
        };
    }
}
