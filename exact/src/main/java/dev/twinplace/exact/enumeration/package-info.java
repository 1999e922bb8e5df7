/** Every placement, one after the other: the oracle for all other solvers. */
package dev.twinplace.exact.enumeration;
