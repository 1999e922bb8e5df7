/** Why no placement exists: a minimal set of rules that conflict, and a change that removes the conflict. */
package dev.twinplace.exact.conflict;
