/**
 * Agreement of our solvers with programs that share neither code nor definitions with them.
 *
 * <p>Problems are plain decimal numbers ({@link dev.twinplace.exact.agreement.PlainInstance}). The oracles read these, not our
 * problem, so an error in a shared definition shows. {@link dev.twinplace.exact.agreement.Claims} holds every claim on an
 * instance against every placement found for it.
 */
package dev.twinplace.exact.agreement;
