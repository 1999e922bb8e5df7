/** Multilayer perceptrons on flat arrays: forward, backward, Adam. What they are for is somebody else's business. */
package dev.twinplace.nn;
