/** What all solvers have in common: one interface, one kind of budget, one kind of result. */
package dev.twinplace.api;
