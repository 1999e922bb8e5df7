/** What the directories of result files have, and what they lack. */
package dev.twinplace.reports.evidence;
