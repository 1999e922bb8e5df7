/** A pool of threads for work that is split into tasks. */
package dev.twinplace.parallel;
