/**
 * Files: scenarios, generalised assignment instances, tables of sites and devices, tensors.
 *
 * <p>Readers are strict and writers leave nothing half-written. Any error in a file is an
 * {@link dev.twinplace.io.InvalidInputException} whose one line names file, field, rule and value.
 */
package dev.twinplace.io;
