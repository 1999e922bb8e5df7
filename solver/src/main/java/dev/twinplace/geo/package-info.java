/** Scenarios of real places: surveyed sites and devices, projected to metres and grouped into twins. */
package dev.twinplace.geo;
