/** The loops that networks spend their time in: one contract, a scalar twin, and a SIMD twin that is loaded by name. */
package dev.twinplace.kernel;
