package dev.twinplace.reports.html;

import dev.twinplace.reports.evidence.Flaw;
import java.util.List;

/**
 * What the page says about one experiment or benchmark.
 *
 * @param id for links
 * @param title of it
 * @param question that it answers
 * @param command that measures it
 * @param facts when and from what it was measured; empty if it was not
 * @param notes limits and readings
 * @param flaws to know before trusting it
 * @param figures its charts
 * @param tables its figures
 * @param instances which file has the rows that they sum up; empty if none
 */
public record Section(
        String id,
        String title,
        String question,
        String command,
        String facts,
        List<String> notes,
        List<Flaw> flaws,
        List<FigureView> figures,
        List<DataTable> tables,
        String instances) {}
