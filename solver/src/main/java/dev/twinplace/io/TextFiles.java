package dev.twinplace.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files as strict UTF-8 and says in one line what is wrong with those that cannot be read. */
final class TextFiles {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private TextFiles() {}

    /** What a reader does with an open file. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(Reader text) throws IOException;
    }

    /**
     * Reads a file; a byte order mark at its beginning is skipped.
     *
     * @throws InvalidInputException if it cannot be read or the parser says so
     */
    static <T> T read(Path file, Parser<T> parser) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(source, "must be a file, but is a directory");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(source, bytes, parser);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @throws InvalidInputException if it cannot be read or the parser says so
     */
    static <T> T read(String source, InputStream bytes, Parser<T> parser) {
        try {
            Reader text = decode(bytes);
            skipByteOrderMark(text);
            return parser.parse(text);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static Reader decode(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Skips a byte order mark, as spreadsheets write it at the beginning of a file. */
    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** The complaint about what could be opened or decoded, but not read. */
    static InvalidInputException unreadable(String source, IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return new InvalidInputException(source, "must be UTF-8, but is not", failure);
        }
        return new InvalidInputException(source, "must be readable, but " + reason(failure), failure);
    }

    /** Why the system refused, without the name of the file, which most of its messages consist of. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission was denied";
        }
        String message = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
        return "there was an error: " + (message == null ? failure.getClass().getSimpleName() : message);
    }
}
