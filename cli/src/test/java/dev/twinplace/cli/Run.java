package dev.twinplace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the program.
 *
 * @param status it ended with
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int status, String out, String err) {
    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Twinplace.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
