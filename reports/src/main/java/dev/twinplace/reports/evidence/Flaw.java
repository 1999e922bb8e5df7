package dev.twinplace.reports.evidence;

/**
 * Something that readers of results must know before they trust them.
 *
 * @param kind of flaw
 * @param subject the experiment or benchmark
 * @param message in one line
 * @param remedy the command that mends it; empty if none does
 */
public record Flaw(Kind kind, String subject, String message, String remedy) {
    /** What is wrong with a result. */
    public enum Kind {
        /** There is no file. */
        MISSING("missing"),
        /** There is a file that cannot be used. */
        DAMAGED("damaged"),
        /** Today's program may measure something else. */
        STALE("of doubtful sources"),
        /** It is the short form of the experiment. */
        QUICK("short form");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** As terminals show it. */
    @Override
    public String toString() {
        return subject + ": " + kind.words + ": " + message + (remedy.isEmpty() ? "" : "; run " + remedy);
    }
}
