/** The placement problem as a linear program with 0-1 variables, for solvers and file formats that know nothing else. */
package dev.twinplace.exact.linear;
