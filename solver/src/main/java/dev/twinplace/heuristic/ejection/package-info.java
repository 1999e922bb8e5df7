/** Local search by ejection chains, for large problems with tight capacities. */
package dev.twinplace.heuristic.ejection;
