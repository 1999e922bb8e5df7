/** The kernels on the incubating Vector API. Nothing else imports it, and nothing imports this package. */
package dev.twinplace.kernel.simd;
