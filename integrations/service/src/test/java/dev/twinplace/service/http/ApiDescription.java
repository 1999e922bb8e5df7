package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.io.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, as tests read it. */
final class ApiDescription {
    static final JsonNode ROOT = JsonMapper.shared().readTree(text(Documents.class, "openapi.json"));

    private static final String HOME = "http://localhost/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(
                    HOME + "openapi.json", text(Documents.class, "openapi.json"),
                    HOME + "schemas/scenario-1.schema.json", text(ScenarioReader.class, "scenario-1.schema.json"),
                    HOME + "schemas/scenario-2.schema.json", text(ScenarioReader.class, "scenario-2.schema.json"),
                    HOME + "schemas/solution-2.schema.json", text(AnswerJson.class, "solution-2.schema.json"))));

    private ApiDescription() {}

    static String text(Class<?> home, String name) {
        try (InputStream bytes = home.getResourceAsStream(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, by method and path. */
    static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : ROOT.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.put(entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), entry.getValue());
                }
            }
        }
        return operations;
    }

    /** Names of the query parameters of an operation. */
    static Set<String> queryParameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = resolve(parameter);
            if (resolved.get("in").asString().equals("query")) {
                names.add(resolved.get("name").asString());
            }
        }
        return names;
    }

    /** What a reference inside of the document leads to. */
    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? ROOT.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** What a schema of the document says against a text. */
    static List<String> complaints(String pointer, String json) {
        List<String> found = new ArrayList<>();
        SCHEMAS.getSchema(SchemaLocation.of(HOME + "openapi.json#" + pointer))
                .validate(json, InputFormat.JSON)
                .forEach(error -> found.add(error.toString()));
        return found;
    }

    /** Fails if a response is not one that the document describes. Problems of the protocol are not of an operation. */
    static void requireDescribed(String method, String path, int status, String type, String body) {
        if (status == 405 || (status == 404 && operation(method, path) == null) || status == 431) {
            assertEquals(List.of(), complaints("/components/schemas/problem", body), body);
            return;
        }
        JsonNode operation = operation(method, path);
        assertTrue(operation != null, () -> method + " " + path + " is not described");
        JsonNode response = resolve(operation.get("responses").path(Integer.toString(status)));
        assertTrue(!response.isMissingNode(), () -> method + " " + path + ": " + status + " is not described: " + body);
        if (!response.has("content")) {
            assertEquals("", body);
            return;
        }
        String media = type.split(";", 2)[0];
        JsonNode schema = response.get("content").path(media).path("schema");
        assertTrue(!schema.isMissingNode(), () -> method + " " + path + ": " + media + " is not described");
        if (schema.has("$ref")) {
            String pointer = schema.get("$ref").asString().substring(1);
            List<String> documents =
                    media.equals(TestServer.LINES) ? body.lines().toList() : List.of(body);
            documents.forEach(json -> assertEquals(List.of(), complaints(pointer, json), json));
        }
    }

    private static JsonNode operation(String method, String path) {
        for (Map.Entry<String, JsonNode> entry : operations().entrySet()) {
            String[] parts = entry.getKey().split(" ", 2);
            if (parts[0].equals(method) && path.matches(parts[1].replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return entry.getValue();
            }
        }
        return null;
    }
}
