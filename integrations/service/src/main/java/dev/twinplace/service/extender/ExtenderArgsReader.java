package dev.twinplace.service.extender;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.service.decide.JsonFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads {@link ExtenderArgs}. Nodes are cut out of the text, for those that pass go back unchanged. */
final class ExtenderArgsReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String source;
    private final String text;
    private final JsonParser json;
    private final Map<String, String> annotations = new HashMap<>();
    private boolean hasPod;
    private Optional<List<CandidateNode>> whole = Optional.empty();
    private Optional<List<CandidateNode>> names = Optional.empty();

    private ExtenderArgsReader(String source, String text, JsonParser json) {
        this.source = source;
        this.text = text;
        this.json = json;
    }

    static ExtenderArgs read(byte[] body, String source) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(source, "must be UTF-8, but is not", e);
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new ExtenderArgsReader(source, text, json).read();
        } catch (JacksonException e) {
            throw JsonFault.of(source, e);
        }
    }

    private ExtenderArgs read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidInputException(source, "line 1, column 1: must be an object, but is not");
        }
        members(this::readMember);
        if (json.nextToken() != null) {
            throw new InvalidInputException(source, "must end after the first value, but goes on");
        }
        if (!hasPod) {
            throw missing("Pod");
        }
        if (whole.isPresent() == names.isPresent()) {
            throw new InvalidInputException(
                    source,
                    "Nodes: must be there without NodeNames, or the other way round, but "
                            + (names.isPresent() ? "both are there" : "both are missing"));
        }
        return new ExtenderArgs(
                Optional.ofNullable(annotations.get(ExtenderArgs.SESSION)),
                Optional.ofNullable(annotations.get(ExtenderArgs.TWIN)),
                whole.or(() -> names).orElseThrow(),
                names.isPresent());
    }

    private void readMember(String name) {
        switch (name) {
            case "Pod" -> readPod();
            case "Nodes" -> readNodes();
            case "NodeNames" -> {
                if (!isNull()) {
                    List<CandidateNode> found = new ArrayList<>();
                    array(name, element -> found.add(new CandidateNode(string(element), "")));
                    names = Optional.of(found);
                }
            }
            default -> json.skipChildren();
        }
    }

    private void readPod() {
        hasPod = true;
        object("Pod", field -> {
            if (field.equals("metadata") && !isNull()) {
                object("Pod.metadata", this::readPodMetadata);
            } else {
                json.skipChildren();
            }
        });
    }

    private void readPodMetadata(String field) {
        if (!field.equals("annotations") || isNull()) {
            json.skipChildren();
            return;
        }
        object("Pod.metadata.annotations", key -> {
            if (key.equals(ExtenderArgs.SESSION) || key.equals(ExtenderArgs.TWIN)) {
                annotations.put(key, string("Pod.metadata.annotations." + key));
            } else {
                json.skipChildren();
            }
        });
    }

    private void readNodes() {
        if (isNull()) {
            return;
        }
        List<CandidateNode> found = new ArrayList<>();
        object("Nodes", field -> {
            if (field.equals("items") && !isNull()) {
                array("Nodes.items", element -> found.add(node(element)));
            } else {
                json.skipChildren();
            }
        });
        whole = Optional.of(found);
    }

    private CandidateNode node(String path) {
        long start = json.currentTokenLocation().getCharOffset();
        String namePath = path + ".metadata.name";
        List<String> found = new ArrayList<>();
        object(path, field -> {
            if (field.equals("metadata")) {
                object(path + ".metadata", member -> {
                    if (member.equals("name")) {
                        found.add(string(namePath));
                    } else {
                        json.skipChildren();
                    }
                });
            } else {
                json.skipChildren();
            }
        });
        if (found.isEmpty()) {
            throw missing(namePath);
        }
        long end = json.currentLocation().getCharOffset();
        return new CandidateNode(found.get(0), text.substring((int) start, (int) end));
    }

    private boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    private void object(String path, Consumer<String> member) {
        demand(JsonToken.START_OBJECT, path, "an object");
        members(member);
    }

    /** Of the object that begins here; the visitor consumes the value of the name that it is given. */
    private void members(Consumer<String> member) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.accept(name);
        }
    }

    /** The visitor is given the path of each element, and consumes it. */
    private void array(String path, Consumer<String> element) {
        demand(JsonToken.START_ARRAY, path, "an array");
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            element.accept(path + "[" + i + "]");
        }
    }

    private String string(String path) {
        demand(JsonToken.VALUE_STRING, path, "a string");
        return json.getString();
    }

    private void demand(JsonToken token, String path, String what) {
        JsonToken actual = json.currentToken();
        if (actual != token) {
            String was = switch (actual) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "an array";
                default -> json.getString();
            };
            throw new InvalidInputException(source, path + ": must be " + what + ", but was " + was);
        }
    }

    private InvalidInputException missing(String field) {
        return new InvalidInputException(source, field + ": must be there, but is missing");
    }
}
