package dev.twinplace.reports.html;

/**
 * A cell as a page shows it.
 *
 * @param text to show
 * @param isFigure whether it stands to the right
 */
public record Cell(String text, boolean isFigure) {}
