/** Lagrangian relaxations, subgradient methods that raise their bounds, and the primal heuristic that rounds their solutions. */
package dev.twinplace.exact.bound;
