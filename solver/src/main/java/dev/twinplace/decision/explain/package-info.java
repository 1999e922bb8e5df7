/** Why an answer is what it is: what keeps each twin on its server, and what is scarce. */
package dev.twinplace.decision.explain;
