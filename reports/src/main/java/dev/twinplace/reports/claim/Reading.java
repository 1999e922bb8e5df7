package dev.twinplace.reports.claim;

/**
 * One way to understand a claim, and what is measured under it.
 *
 * @param rule when it holds
 * @param verdict under this reading
 * @param figure that decides, in words
 */
public record Reading(String rule, Verdict verdict, String figure) {}
