/**
 * Checks proofs of branch-and-bound. Shares no code with any search, relaxation or cost evaluation: what is wrong there is
 * not wrong here as well. The format and all that a second checker needs is in {@code docs/proofs.md}.
 */
package dev.twinplace.exact.certificate;
