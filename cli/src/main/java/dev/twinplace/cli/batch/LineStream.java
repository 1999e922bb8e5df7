package dev.twinplace.cli.batch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The bytes of a file whose every line ends with a line feed, the last one too; unpacked if it is in gzip format. */
final class LineStream extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private int last = '\n';

    private LineStream(InputStream bytes) {
        super(bytes);
    }

    /**
     * Reads {@code bytes}, which it closes.
     *
     * @throws IOException if they cannot be read
     */
    static LineStream of(InputStream bytes) throws IOException {
        InputStream buffered = new PatientStream(bytes);
        buffered.mark(GZIP.length);
        byte[] begin = buffered.readNBytes(GZIP.length);
        buffered.reset();
        return new LineStream(Arrays.equals(begin, GZIP) ? new GZIPInputStream(buffered, BUFFER) : buffered);
    }

    /** States that bytes are available until the end is reached: a member of a gzip file may follow on a pipe that is slow. */
    private static final class PatientStream extends BufferedInputStream {
        PatientStream(InputStream bytes) {
            super(bytes, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            mark(1);
            int next = read();
            reset();
            return next < 0 ? 0 : 1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            last = buffer[offset + read - 1];
            return read;
        }
        if (last == '\n') {
            return -1;
        }
        buffer[offset] = '\n';
        last = '\n';
        return 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
