/** What solvers share that call the native code of OR-Tools: loading it, and stopping it. */
package dev.twinplace.exact.ortools;
