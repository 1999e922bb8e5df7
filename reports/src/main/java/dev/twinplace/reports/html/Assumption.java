package dev.twinplace.reports.html;

/**
 * A line of the paper that cannot be taken as it stands.
 *
 * @param paper what it says, and where
 * @param problem with it
 * @param ours what we do instead
 */
public record Assumption(String paper, String problem, String ours) {}
