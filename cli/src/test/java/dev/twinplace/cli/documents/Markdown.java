package dev.twinplace.cli.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A document's code.
 *
 * @param blocks fenced blocks, in order
 * @param prose the text without them
 */
record Markdown(List<Block> blocks, String prose) {
    private static final Pattern FENCE =
            Pattern.compile("^```([a-z]*)[^\n]*\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CONTINUATION = Pattern.compile(" *\\\\\n *");
    private static final Pattern COMMENT = Pattern.compile(" +#.*");

    /**
     * A fenced block.
     *
     * @param language after the opening fence
     */
    record Block(String language, String text) {
        /** Commands of a {@code sh} block, each on one line, without comments. */
        List<String> commands() {
            return CONTINUATION
                    .matcher(text)
                    .replaceAll(" ")
                    .lines()
                    .map(line -> COMMENT.matcher(line).replaceAll("").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    static Markdown read(Path file) throws IOException {
        String text = Files.readString(file);
        List<Block> blocks = new ArrayList<>();
        FENCE.matcher(text).results().forEach(fence -> blocks.add(new Block(fence.group(1), fence.group(2))));
        return new Markdown(List.copyOf(blocks), FENCE.matcher(text).replaceAll(""));
    }

    List<String> inlineCode() {
        return INLINE.matcher(prose)
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1))
                .toList();
    }

    /** Lines that are code because they are indented. */
    List<String> indentedCode() {
        return prose.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    /** The output that the document shows for the block at this index; empty if it shows none. */
    String outputOf(int index) {
        boolean shown =
                index + 1 < blocks.size() && blocks.get(index + 1).language().equals("text");
        return shown ? blocks.get(index + 1).text() : "";
    }
}
