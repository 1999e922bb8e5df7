/** Answers schedulers of Kubernetes from the placements of sessions. */
package dev.twinplace.service.extender;
