/** Bounds by Lagrangian relaxation, and a solver that finds placements by them at any size. */
package dev.twinplace.exact.lagrangian;
