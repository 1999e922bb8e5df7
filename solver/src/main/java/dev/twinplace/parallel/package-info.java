/** Threads for work that is cut into tasks. */
package dev.twinplace.parallel;
