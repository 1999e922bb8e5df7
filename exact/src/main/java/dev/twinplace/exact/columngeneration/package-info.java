/** ServerColumn generation: the best bound of prices of twins, and dives to placements. */
package dev.twinplace.exact.columngeneration;
