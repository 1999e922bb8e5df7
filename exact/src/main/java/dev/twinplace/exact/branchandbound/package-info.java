/** Depth-first search with bounds: proves optima where twins are coupled. */
package dev.twinplace.exact.branchandbound;
