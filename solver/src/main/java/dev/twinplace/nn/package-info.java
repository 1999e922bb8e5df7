/** Multilayer perceptrons on flat arrays: forward, backward, Adam. They know nothing of their use. */
package dev.twinplace.nn;
