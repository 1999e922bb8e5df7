/**
 * {@code ddl-paper}: Algorithm 1 of Zhang et al. as printed, with the corrections that the classes name and no others. It is
 * there to be measured.
 */
package dev.twinplace.ddl.paper;
