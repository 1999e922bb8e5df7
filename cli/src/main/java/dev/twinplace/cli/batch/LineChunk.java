package dev.twinplace.cli.batch;

/** Lines that follow one another, as bytes with a line feed at the end of each. */
final class LineChunk {
    private final byte[] bytes;
    private final int lines;

    /**
     * Takes over the bytes.
     *
     * @param lines how many
     */
    LineChunk(byte[] bytes, int lines) {
        this.bytes = bytes;
        this.lines = lines;
    }

    /** The array itself. */
    byte[] bytes() {
        return bytes;
    }

    int lines() {
        return lines;
    }

    /** Where the line ends that begins here: the index of its line feed. */
    int end(int begin) {
        return LineFeeds.first(bytes, begin, bytes.length);
    }
}
