/** Situations that clients decide again and again: each is kept with its last placement and the prices of its servers. */
package dev.twinplace.service.session;
