package dev.twinplace.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** The lines of one source after the other; each is opened when it is its turn. */
final class SourceStream extends InputStream {
    private final Iterator<BatchSource> rest;
    private InputStream current = InputStream.nullInputStream();

    SourceStream(List<BatchSource> sources) {
        rest = sources.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = current.read(buffer, offset, length);
        while (read < 0 && rest.hasNext()) {
            current.close();
            current = rest.next().lines();
            read = current.read(buffer, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
