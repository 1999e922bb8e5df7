package dev.twinplace.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSV file with a header, in memory: columns by name, values by row, complaints by line.
 *
 * <p>Fields are separated by commas, semicolons or tabs, whichever the header has most.
 *
 * <p>White space around a field does not belong to it. Names of columns may be blank, but no two may be the same.
 */
final class CsvTable {
    /** How FastCSV says where it found a fault. */
    private static final Pattern FAULTY_LINE = Pattern.compile(" \\(record starting at line (\\d+)\\)");

    /** A number with a decimal comma. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+");

    private final String source;
    private final char separator;
    private final List<String> header;
    private final long headerLine;
    private final List<CsvRecord> rows;

    private CsvTable(String source, char separator, List<CsvRecord> records) {
        this.source = source;
        this.separator = separator;
        header = records.get(0).getFields().stream().map(String::strip).toList();
        headerLine = records.get(0).getStartingLineNumber();
        rows = new ArrayList<>(records.subList(1, records.size()));
    }

    /**
     * Reads a file; a byte order mark at its beginning is skipped.
     *
     * @throws InvalidInputException if it cannot be read, is not CSV, has no rows, or a row of another length
     */
    static CsvTable read(Path file) {
        return read(file, BadRows.refused());
    }

    /** As {@link #read(Path)}, without bad rows where these are skipped. */
    static CsvTable read(Path file, BadRows bad) {
        return TextFiles.read(file, text -> parse(file.toString(), text, bad));
    }

    /** As {@link #read(Path)}, from a stream that the caller closes. */
    static CsvTable read(String source, InputStream bytes) {
        return read(source, bytes, BadRows.refused());
    }

    /** As {@link #read(Path, BadRows)}, from a stream that the caller closes. */
    static CsvTable read(String source, InputStream bytes, BadRows bad) {
        return TextFiles.read(source, bytes, text -> parse(source, text, bad));
    }

    private static CsvTable parse(String source, Reader text, BadRows bad) throws IOException {
        char separator = Separator.of(text);
        List<CsvRecord> records = records(source, separator, text);
        if (records.size() < 2) {
            throw new InvalidInputException(
                    source, "must have a header and at least one row, but had " + records.size() + " lines");
        }
        CsvTable table = new CsvTable(source, separator, records);
        table.checkHeader();
        table.checkRows(bad);
        return table;
    }

    private static List<CsvRecord> records(String source, char separator, Reader text) throws IOException {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            throw notCsv(source, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return records;
    }

    private static InvalidInputException notCsv(String source, CsvParseException e) {
        String fault = e.getCause() instanceof CsvParseException inner ? inner.getMessage() : e.getMessage();
        Matcher line = FAULTY_LINE.matcher(fault);
        return new InvalidInputException(
                source, line.find() ? "line " + line.group(1) + ": " + line.replaceAll("") : fault, e);
    }

    private void checkHeader() {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            String place = InvalidInputException.quote(name) + ": ";
            if (name.indexOf('\0') >= 0) {
                throw failHeader(place + "must be text without NUL characters, but has one");
            }
            if (!name.isEmpty() && !seen.add(name)) {
                throw failHeader(place + "must be one column, but is two");
            }
        }
    }

    private void checkRows(BadRows bad) {
        List<CsvRecord> good = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                checkRow(row);
                good.add(rows.get(row));
            } catch (InvalidInputException e) {
                bad.add(e);
            }
        }
        rows.clear();
        rows.addAll(good);
    }

    private void checkRow(int row) {
        int fields = rows.get(row).getFieldCount();
        if (fields != header.size()) {
            throw failRow(row, "must have " + header.size() + " fields as the header has, but had " + fields);
        }
        for (int column = 0; column < fields; column++) {
            if (text(row, column).indexOf('\0') >= 0) {
                throw failValue(row, column, "must be text without NUL characters");
            }
        }
    }

    /** What a reader makes of each row, without bad rows where these are skipped. */
    <T> List<T> read(BadRows bad, IntFunction<T> reader) {
        List<T> read = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            try {
                read.add(reader.apply(row));
            } catch (InvalidInputException e) {
                bad.add(e);
            }
        }
        if (read.isEmpty()) {
            throw new InvalidInputException(source, "must have a row that can be read, but all are skipped");
        }
        return read;
    }

    String source() {
        return source;
    }

    int rows() {
        return rows.size();
    }

    List<String> header() {
        return header;
    }

    /**
     * The column that has one of these names, which mean the same. Case does not matter, nor whether words are joined by a
     * space or by {@code _}.
     *
     * @throws InvalidInputException if there are two
     */
    OptionalInt findColumn(List<String> names) {
        List<Integer> found = names.stream()
                .flatMap(name -> columnsCalled(name).stream())
                .sorted()
                .toList();
        if (found.size() > 1) {
            String first = InvalidInputException.quote(header.get(found.get(0)));
            String second = InvalidInputException.quote(header.get(found.get(1)));
            throw failHeader(first + ": must be one column, but is " + first + " and " + second);
        }
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
    }

    private List<Integer> columnsCalled(String name) {
        List<Integer> found = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            if (SurveyColumns.normal(header.get(column)).equals(name)) {
                found.add(column);
            }
        }
        return found;
    }

    /**
     * As {@link #findColumn}, for a column that must be there.
     *
     * @throws InvalidInputException if there is none, or two
     */
    int column(List<String> names) {
        return findColumn(names)
                .orElseThrow(() -> failHeader("must have a column " + String.join(" or ", names) + ", but has "
                        + String.join(", ", header) + separatorHint()));
    }

    private String separatorHint() {
        return header.size() == 1 && header.get(0).indexOf('|') >= 0 ? "; separator is '|'?" : "";
    }

    String text(int row, int column) {
        return rows.get(row).getField(column).strip();
    }

    /**
     * A finite number. It may have a decimal comma where fields are not separated by commas.
     *
     * @throws InvalidInputException if the field is not one
     */
    double number(int row, int column) {
        String text = text(row, column);
        boolean hasComma = DECIMAL_COMMA.matcher(text).matches();
        if (hasComma && separator == ',') {
            throw failValue(row, column, "must have a decimal point, for the separator is ','");
        }
        double value = DecimalText.parse(hasComma ? text.replace(',', '.') : text);
        if (!Double.isFinite(value)) {
            throw failValue(row, column, "must be a finite number");
        }
        return value;
    }

    /** A complaint about the value of a field. */
    InvalidInputException failValue(int row, int column, String rule) {
        String name = InvalidInputException.quote(header.get(column));
        String value = InvalidInputException.quote(text(row, column));
        return failRow(row, name + ": " + rule + ", but was " + (value.isEmpty() ? "empty" : value));
    }

    /** A complaint about the header, which blank lines may precede. */
    InvalidInputException failHeader(String complaint) {
        return new InvalidInputException(source, "line " + headerLine + ": " + complaint);
    }

    /** A complaint about a row. */
    InvalidInputException failRow(int row, String complaint) {
        return new InvalidInputException(source, "line " + rows.get(row).getStartingLineNumber() + ": " + complaint);
    }
}
