package dev.twinplace.decision;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** The published schema of answers. */
public final class SolutionSchema {
    private static final Schema SCHEMA = load();

    private SolutionSchema() {}

    private static Schema load() {
        try (InputStream text = AnswerJson.class.getResourceAsStream("solution-2.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the schema has against a line; empty if nothing. */
    public static String complaints(String line) {
        return SCHEMA.validate(line, InputFormat.JSON).stream()
                .map(Error::toString)
                .collect(Collectors.joining("\n"));
    }
}
