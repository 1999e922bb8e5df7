package dev.twinplace.reports.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.twinplace.io.AtomicFiles;
import dev.twinplace.io.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes tables as CSV (RFC 4180): the names of the columns, then the rows; a cell without a figure is empty. */
public final class CsvFiles {
    private CsvFiles() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @throws dev.twinplace.io.InvalidInputException if it cannot be written
     */
    public static InstanceFile write(Table table, Path file) {
        byte[] bytes = text(table).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file, out -> {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new InstanceFile(file.getFileName().toString(), table.rows().size(), Sha256.of(bytes));
    }

    private static String text(Table table) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        for (List<Object> row : table.rows()) {
            csv.writeRecord(row.stream().map(cell -> Objects.toString(cell, "")).toList());
        }
        return text.toString();
    }
}
