/** What a machine can do at most, by the Vector API: apart, because javac warns of an incubator module. */
package dev.twinplace.benchmarks.simd;
