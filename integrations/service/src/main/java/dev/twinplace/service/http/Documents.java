package dev.twinplace.service.http;

import dev.twinplace.decision.AnswerJson;
import dev.twinplace.io.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What describes the interface: OpenAPI, and the schemas of the files, which are those of the bodies. */
final class Documents {
    private static final Map<String, Class<?>> SCHEMAS = Map.of(
            "scenario-1.schema.json", ScenarioReader.class,
            "scenario-2.schema.json", ScenarioReader.class,
            "solution-2.schema.json", AnswerJson.class);

    private static final String SCHEMA_TYPE = "application/schema+json";
    private static final String OPENAPI = "openapi.json";

    private Documents() {}

    static void openApi(Exchange exchange) {
        exchange.query(List.of());
        exchange.reply(200, Exchange.JSON, read(Documents.class, OPENAPI));
    }

    static void schema(Exchange exchange) {
        exchange.query(List.of());
        Class<?> home = SCHEMAS.get(exchange.pathParameter());
        if (home == null) {
            throw new ProblemException(Problem.of(
                    404,
                    "no-schema",
                    "There is no such schema",
                    "name: must be one of " + SCHEMAS.keySet().stream().sorted().toList()));
        }
        exchange.reply(200, SCHEMA_TYPE, read(home, exchange.pathParameter()));
    }

    private static byte[] read(Class<?> home, String name) {
        try (InputStream bytes = home.getResourceAsStream(name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
