/** A solver that finds placements and proves bounds at any size, by Lagrangian relaxation. */
package dev.twinplace.exact.lagrangian;
