/**
 * Networks as ONNX files, for runtimes other than ours: a graph is built node by node and written as protocol buffers.
 *
 * <p>Knows nothing of placement, nor of our networks: who has one says which operators it consists of.
 */
package dev.twinplace.onnx;
