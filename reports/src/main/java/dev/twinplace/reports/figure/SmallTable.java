package dev.twinplace.reports.figure;

import java.util.List;

/**
 * A few figures beside charts, as text.
 *
 * @param title of it
 * @param headers of the columns, the first of the row's name
 * @param rows a name and its figures each
 */
public record SmallTable(String title, List<String> headers, List<List<String>> rows) {}
