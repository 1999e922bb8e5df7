/** The optimum where nothing couples the twins. */
package dev.twinplace.exact.decomposition;
