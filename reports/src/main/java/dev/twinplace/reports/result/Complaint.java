package dev.twinplace.reports.result;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What is wrong with a file, from what Jackson says: the field first, then the fault in one line. */
final class Complaint {
    private Complaint() {}

    static String of(JacksonException failure) {
        String field = failure.getPath().stream()
                .map(part ->
                        part.getPropertyName() == null ? "[" + part.getIndex() + "]" : "." + part.getPropertyName())
                .collect(Collectors.joining());
        Throwable cause = failure.getCause() instanceof RuntimeException e ? e : failure;
        String fault = cause == failure ? failure.getOriginalMessage() : cause.getMessage();
        String line = fault.lines().findFirst().orElse("is damaged");
        return field.isEmpty() ? at(failure) + line : field.substring(1) + ": " + line;
    }

    private static String at(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
