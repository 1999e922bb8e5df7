/** OR-Tools' CP-SAT: learned clauses, LP cuts and local search in one, on integers. The only package that knows OR-Tools. */
package dev.twinplace.exact.cpsat;
