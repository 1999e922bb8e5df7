/** The loops that networks spend their time in: one contract, a scalar implementation, and a SIMD implementation that is loaded by name. */
package dev.twinplace.kernel;
