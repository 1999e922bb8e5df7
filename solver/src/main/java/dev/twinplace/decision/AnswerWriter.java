package dev.twinplace.decision;

/** Writes answers one after the other, each at once. */
public interface AnswerWriter {
    /** Writes an answer. */
    void write(Answer answer);

    /**
     * Says that a file has no answer.
     *
     * @param file as the user calls it
     * @param error one line, which names the file
     */
    void fail(String file, String error);

    /** Called once after the last answer. */
    default void end() {}
}
