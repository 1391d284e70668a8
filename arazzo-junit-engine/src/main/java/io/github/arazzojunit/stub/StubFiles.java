package io.github.arazzojunit.stub;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.responsetemplating.ResponseTemplateTransformer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the configured roots hold, read once and then the same for every server.
 *
 * @param mappings in the order in which they have to be added: WireMock prefers the mapping that came last
 * @param bodies what {@code bodyFileName} can name, with where it is; nothing else is ever served, whatever a
 *     templated name says
 * @param inputs that were recorded with the mappings, by the name of their file
 */
record StubFiles(List<MappingText> mappings, Map<String, URI> bodies, Map<String, ObjectNode> inputs) {

    /**
     * One mapping.
     *
     * @param location the file, how messages name it
     */
    record MappingText(String location, String json) {}

    private static final String MAPPINGS = "mappings/";
    private static final String BODIES = "__files/";
    private static final String INPUTS = "inputs/";

    /** As generous as WireMock itself, without rounding the numbers of a body. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static StubFiles read(List<String> roots, ClassLoader loader) {
        List<StubFile> files = new ArrayList<>();
        for (String root : roots) {
            files.addAll(0, new StubRoot(root, loader).files());
        }
        Map<String, URI> bodies = new LinkedHashMap<>();
        for (StubFile file : files) {
            if (file.path().startsWith(BODIES)) {
                bodies.put(file.path().substring(BODIES.length()), file.uri());
            }
        }
        List<MappingText> mappings = new ArrayList<>();
        Map<String, ObjectNode> inputs = new HashMap<>();
        for (StubFile file : files) {
            if (file.path().startsWith(MAPPINGS) && file.path().endsWith(".json")) {
                mappings.addAll(mappings(file, bodies));
            } else if (file.path().startsWith(INPUTS) && file.path().endsWith(".json")) {
                inputs.put(file.path().substring(INPUTS.length()), parseObject(file));
            }
        }
        return new StubFiles(List.copyOf(mappings), Collections.unmodifiableMap(bodies), inputs);
    }

    private static List<MappingText> mappings(StubFile file, Map<String, URI> bodies) {
        JsonNode root = parseObject(file);
        Iterable<JsonNode> mappings = root.path("mappings").isArray() ? root.path("mappings") : List.of(root);
        List<MappingText> texts = new ArrayList<>();
        for (JsonNode mapping : mappings) {
            String body = mapping.path("response").path("bodyFileName").asText();
            String name = body.replaceFirst("^/+", "");
            if (!body.isEmpty() && !body.contains("{{") && !bodies.containsKey(name)) {
                throw broken(file, "its bodyFileName '" + body + "' is in no folder '__files' of the stub roots", null);
            }
            texts.add(new MappingText(
                    file.location(), templated(named(mapping, file)).toString()));
        }
        return texts;
    }

    /** The name is what a failure message calls the stub: it has to lead to the file. */
    private static JsonNode named(JsonNode mapping, StubFile file) {
        if (!(mapping instanceof ObjectNode object)) {
            return mapping;
        }
        String name = object.path("name").asText();
        return object.put("name", name.isEmpty() ? file.location() : name + " (" + file.location() + ")");
    }

    /** Templates apply where there may be some; what looks like a template in a recording is data. */
    private static JsonNode templated(JsonNode mapping) {
        boolean recorded = mapping.path("metadata").has(AnswerMapping.OWNER);
        boolean mayHaveTemplates =
                mapping.toString().contains("{{") || mapping.path("response").has("bodyFileName");
        if (!recorded && mayHaveTemplates && mapping.path("response") instanceof ObjectNode response) {
            boolean known = response.path("transformers").toString().contains(ResponseTemplateTransformer.NAME);
            if (!known) {
                response.withArray("transformers").add(ResponseTemplateTransformer.NAME);
            }
        }
        return mapping;
    }

    private static ObjectNode parseObject(StubFile file) {
        if (parse(file) instanceof ObjectNode object) {
            return object;
        }
        throw broken(file, "it holds no JSON object", null);
    }

    private static JsonNode parse(StubFile file) {
        try (InputStream bytes = file.uri().toURL().openStream()) {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw broken(file, "it is no JSON: " + e.getOriginalMessage() + where, e);
        } catch (IOException e) {
            throw broken(file, e.getMessage(), e);
        }
    }

    private static StubException broken(StubFile file, String reason, Exception cause) {
        return broken(file.location(), reason, cause);
    }

    /** The mapping in {@code location} cannot be used. */
    static StubException broken(String location, String reason, Exception cause) {
        return new StubException(
                "The stub file " + location + " cannot be read: " + reason
                        + ". No workflow runs against stubs until it is corrected or removed.",
                cause);
    }
}
