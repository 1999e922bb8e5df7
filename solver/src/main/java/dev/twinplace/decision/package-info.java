/**
 * The one path from a question to an answer in a published format: {@link dev.twinplace.decision.QuestionFormat} reads
 * questions, a solver of any origin gives a result, {@link dev.twinplace.decision.Answer} says what it means in the
 * question's own words, and an {@link dev.twinplace.decision.AnswerWriter} writes it.
 *
 * <p>{@code solution-2.schema.json} beside these classes describes the answers.
 */
package dev.twinplace.decision;
