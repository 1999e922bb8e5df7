/** Scenarios drawn from a seed. */
package dev.twinplace.generate;
