/** Parts of a problem as problems of their own, where the rest of a placement stays. */
package dev.twinplace.exact.part;
