/** What the paper says that can be checked, and the rules by which results decide about it: a class for each claim. */
package dev.twinplace.reports.claim;
