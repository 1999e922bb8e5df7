/** The exact solvers by id; each lives in a package of its own. */
package dev.twinplace.exact;
