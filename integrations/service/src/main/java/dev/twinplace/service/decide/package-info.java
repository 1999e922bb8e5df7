/**
 * From a question to its answer: {@link dev.twinplace.service.decide.QuestionReader} reads bytes, {@link
 * dev.twinplace.service.decide.SolveQueue} says when, {@link dev.twinplace.service.decide.QuestionSolver} solves within a budget.
 */
package dev.twinplace.service.decide;
