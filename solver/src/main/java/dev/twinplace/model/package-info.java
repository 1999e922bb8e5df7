/**
 * The physical model: servers, devices, twins and the paper's equations (1) to (17).
 *
 * <p>Units are part of every name: MB = 10<sup>6</sup> bytes, seconds, mJ, metres, GHz (10<sup>9</sup> instructions per
 * second), Mbps (1 Mbps = 0.125 MB/s). All types are immutable and reject values outside their domain with an
 * {@link IllegalArgumentException} whose text names field, rule and value.
 *
 * <p>The paper is Zhang et al., "Efficient Task Offloading Algorithm for Digital Twin in Edge/Cloud Computing
 * Environment"; equation, section and table numbers throughout the code are that paper's.
 */
package dev.twinplace.model;
