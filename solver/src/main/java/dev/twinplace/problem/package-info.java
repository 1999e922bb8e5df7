/** The algebraic problem that every solver sees, and the way from a scenario to it. */
package dev.twinplace.problem;
