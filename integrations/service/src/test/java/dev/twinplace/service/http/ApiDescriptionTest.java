package dev.twinplace.service.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinplace.service.testing.Bodies;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI document and the service say the same. {@link TestServer} makes sure of one direction in every test: what the
 * service does is described. Here is the other: what is described, the service does.
 */
class ApiDescriptionTest {
    private static Map<String, Set<String>> routes() throws Exception {
        Map<String, Set<String>> routes = new TreeMap<>();
        try (TestServer server = TestServer.start()) {
            for (Route route : server.service.routes()) {
                routes.put(route.method() + " " + route.path(), new TreeSet<>(route.parameters()));
            }
        }
        return routes;
    }

    @Test
    void operationsAndTheirQueryParametersAreThoseOfTheRoutes() throws Exception {
        Map<String, Set<String>> described = new TreeMap<>();
        ApiDescription.operations()
                .forEach((name, operation) -> described.put(name, ApiDescription.queryParameters(operation)));
        assertEquals(described, routes());
    }

    @Test
    void whatNeedsNoTokenIsSaid() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (Route route : server.service.routes()) {
                JsonNode operation = ApiDescription.operations().get(route.method() + " " + route.path());
                assertEquals(route.access() == Route.Access.OPEN, operation.has("security"), route.path());
            }
        }
    }

    @Test
    void theDocumentThatIsServedIsTheOneThatIsTested() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertEquals(
                    ApiDescription.text(Documents.class, "openapi.json"),
                    server.get("/openapi.json").body());
        }
    }

    /** Every reference leads somewhere, and the schemas are schemas. */
    @Test
    void referencesAndSchemasAreSound() throws Exception {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        for (Map.Entry<String, JsonNode> schema :
                ApiDescription.ROOT.at("/components/schemas").properties()) {
            assertEquals(
                    "[]",
                    meta.validate(schema.getValue().toString(), InputFormat.JSON)
                            .toString(),
                    schema.getKey());
        }
        try (TestServer server = TestServer.start()) {
            for (String reference : ApiDescription.ROOT.findValuesAsString("$ref")) {
                if (reference.startsWith("#")) {
                    assertFalse(ApiDescription.ROOT.at(reference.substring(1)).isMissingNode(), () -> reference);
                } else {
                    assertEquals(200, server.get("/" + reference).statusCode(), reference);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/placements, solver, greedy",
        "/v1/placements, budget, 1.5s",
        "/v1/placements, seed, -9223372036854775808",
        "/v1/replacements, moveCost, 0.25",
        "/v1/replacements, maxMoves, 2147483647",
    })
    void aParameterTakesWhatItsSchemaAllows(String path, String name, String value) throws Exception {
        String schema = "/components/parameters/" + name + "/schema";
        assertEquals(List.of(), ApiDescription.complaints(schema, json(schema, value)));
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.post(path + "?" + name + "=" + value, body(path));
            assertEquals(200, response.statusCode(), response.body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/placements, budget, 10",
        "/v1/placements, budget, -1s",
        "/v1/placements, seed, 1.5",
        "/v1/replacements, moveCost, -0.25",
        "/v1/replacements, maxMoves, -1",
        "/v1/replacements, maxMoves, 2147483648",
    })
    void aParameterRefusesWhatItsSchemaForbids(String path, String name, String value) throws Exception {
        String schema = "/components/parameters/" + name + "/schema";
        assertNotEquals(List.of(), ApiDescription.complaints(schema, json(schema, value)));
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> response = server.post(path + "?" + name + "=" + value, body(path));
            assertEquals(400, response.statusCode(), response.body());
            assertTrue(response.body().contains("\"field\":\"" + name + "\""), response.body());
        }
    }

    private static String json(String schema, String value) {
        return ApiDescription.ROOT.at(schema + "/type").asString().equals("string") ? "\"" + value + "\"" : value;
    }

    private static String body(String path) {
        return path.endsWith("replacements")
                ? Bodies.replacement(Bodies.STREET, "{\"car\": \"edge\", \"crossing\": null}")
                : Bodies.STREET;
    }

    /** What a schema of a body forbids, the service does, and the other way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"devices\": [{\"id\": \"car-1\", \"workloadMB\": 0}]}",
                "{\"devices\": [{\"id\": \"car-1\"}]}",
                "{\"devices\": {}}",
                "{\"servers\": [{\"id\": \"edge\", \"status\": \"off\"}]}",
                "{\"twins\": []}",
                "{}",
                "{\"devices\": [{\"id\": \"car-1\", \"workloadMB\": 2}], \"servers\": [{\"id\": \"edge\", \"status\":"
                        + " \"drain\"}]}",
            })
    void changesAreTakenIfTheirSchemaAllowsThem(String changes) throws Exception {
        boolean allowed = ApiDescription.complaints("/components/schemas/changes", changes)
                .isEmpty();
        try (TestServer server = TestServer.start()) {
            assertEquals(
                    201,
                    server.send("PUT", "/v1/sessions/s", TestServer.JSON, Bodies.STREET)
                            .statusCode());
            assertEquals(
                    allowed ? 204 : 400,
                    server.send("PATCH", "/v1/sessions/s", TestServer.JSON, changes)
                            .statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scenario\": SCENARIO, \"previous\": {\"format\": \"twinplace/solution/2\", \"placement\": {\"car\": null}}}",
                "{\"scenario\": SCENARIO, \"previous\": {\"format\": \"twinplace/solution/1\", \"placement\": {\"car\": null}}}",
                "{\"scenario\": SCENARIO, \"previous\": {\"format\": \"twinplace/solution/2\", \"placement\": {\"car\": 1}}}",
                "{\"scenario\": SCENARIO, \"previous\": {\"placement\": {\"car\": null}}}",
                "{\"scenario\": SCENARIO}",
                "{\"scenario\": SCENARIO, \"previous\": {\"format\": \"twinplace/solution/2\", \"placement\": {\"car\": null}}, \"x\": 1}",
                "{\"scenario\": {}, \"previous\": {\"format\": \"twinplace/solution/2\", \"placement\": {\"car\": null}}}",
            })
    void replacementsAreTakenIfTheirSchemaAllowsThem(String template) throws Exception {
        String body = template.replace("SCENARIO", Bodies.STREET);
        boolean allowed = ApiDescription.complaints("/components/schemas/replacement", body)
                .isEmpty();
        try (TestServer server = TestServer.start()) {
            assertEquals(
                    allowed ? 200 : 400, server.post("/v1/replacements", body).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Pod\": {}, \"NodeNames\": [\"edge\"]}",
                "{\"Pod\": {\"metadata\": null}, \"Nodes\": null, \"NodeNames\": [], \"more\": 1}",
                "{\"Pod\": {\"metadata\": {\"annotations\": null}}, \"Nodes\": {\"items\": null}}",
                "{\"Pod\": {}, \"Nodes\": {\"items\": [{\"metadata\": {\"name\": \"edge\"}}]}, \"NodeNames\": null}",
                "{\"Pod\": {}, \"Nodes\": {\"items\": [{\"metadata\": {\"name\": 1}}]}}",
                "{\"Pod\": {}, \"Nodes\": {\"items\": [{}]}}",
                "{\"Pod\": {}, \"Nodes\": {}, \"NodeNames\": []}",
                "{\"Pod\": {}, \"Nodes\": null, \"NodeNames\": null}",
                "{\"Pod\": {}, \"Nodes\": [], \"NodeNames\": null}",
                "{\"Pod\": null, \"NodeNames\": []}",
                "{\"NodeNames\": []}",
                "{\"Pod\": {\"metadata\": {\"annotations\": {\"twinplace.dev/twin\": null}}}, \"NodeNames\": []}",
                "{\"Pod\": {\"metadata\": {\"annotations\": {\"other\": 1}}}, \"NodeNames\": []}",
            })
    void schedulersAreAnsweredIfTheirSchemaAllowsWhatTheySend(String body) throws Exception {
        boolean allowed = ApiDescription.complaints("/components/schemas/extenderArgs", body)
                .isEmpty();
        try (TestServer server = TestServer.start()) {
            for (String path : List.of("/extender/filter", "/extender/prioritize")) {
                assertEquals(allowed ? 200 : 400, server.post(path, body).statusCode());
            }
        }
    }
}
