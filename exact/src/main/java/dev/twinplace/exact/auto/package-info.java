/** The default solver: it chooses and combines the others. */
package dev.twinplace.exact.auto;
