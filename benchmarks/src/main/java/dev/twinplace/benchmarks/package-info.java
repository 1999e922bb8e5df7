/** JMH benchmarks, one class per question. */
package dev.twinplace.benchmarks;
