package dev.twinplace.reports.result;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.DefaultPrettyPrinter.Indenter;
import tools.jackson.core.util.Separators;

/** How result files look: each row of a table on a line, so that changes between two runs can be read. */
final class Layout implements Indenter {
    /** The result, its tables, a table, its rows. */
    private static final int LEVELS = 4;

    private static final Separators SPACING = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEntrySpacing(Separators.Spacing.NONE)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final DefaultIndenter lines = new DefaultIndenter("  ", "\n");

    private Layout() {}

    static DefaultPrettyPrinter printer() {
        Layout layout = new Layout();
        return new DefaultPrettyPrinter(SPACING).withObjectIndenter(layout).withArrayIndenter(layout);
    }

    @Override
    public void writeIndentation(JsonGenerator json, int level) {
        // What ends a row has the level of its surroundings, but is still inside.
        if (level <= LEVELS && json.streamWriteContext().getNestingDepth() <= LEVELS) {
            lines.writeIndentation(json, level);
        }
    }

    @Override
    public boolean isInline() {
        return false;
    }
}
