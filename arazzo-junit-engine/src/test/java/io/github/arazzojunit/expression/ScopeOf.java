package io.github.arazzojunit.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A scope made from one JSON object: members {@code url}, {@code method}, {@code statusCode}, {@code self},
 * {@code request} and {@code response} (with {@code header}, {@code query}, {@code path}, {@code body}),
 * {@code inputs}, {@code outputs}, {@code steps}, {@code workflows}, {@code sourceDescriptions}, {@code components}.
 */
public record ScopeOf(JsonNode state) implements Scope {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    /** JSON text, with single quotes allowed instead of double ones. */
    public static ScopeOf state(String json) {
        return new ScopeOf(json(json));
    }

    /** A scope that knows a response body only. */
    public static ScopeOf body(String json) {
        return new ScopeOf(MAPPER.createObjectNode()
                .set("response", MAPPER.createObjectNode().set("body", json(json))));
    }

    /** A scope whose response body is a string. */
    public static ScopeOf textBody(String body) {
        return new ScopeOf(MAPPER.createObjectNode()
                .set("response", MAPPER.createObjectNode().set("body", TextNode.valueOf(body))));
    }

    public static JsonNode json(String json) {
        try {
            return MAPPER.reader()
                    .with(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Override
    public Evaluation url() {
        return at("url");
    }

    @Override
    public Evaluation method() {
        return at("method");
    }

    @Override
    public Evaluation statusCode() {
        return at("statusCode");
    }

    @Override
    public Evaluation self() {
        return at("self");
    }

    @Override
    public Evaluation requestHeader(String name) {
        return header("request", name);
    }

    @Override
    public Evaluation requestQuery(String name) {
        return at("request", "query", name);
    }

    @Override
    public Evaluation requestPath(String name) {
        return at("request", "path", name);
    }

    @Override
    public Evaluation requestBody() {
        return at("request", "body");
    }

    @Override
    public Evaluation responseHeader(String name) {
        return header("response", name);
    }

    @Override
    public Evaluation responseBody() {
        return at("response", "body");
    }

    @Override
    public Evaluation inputs() {
        return at("inputs");
    }

    @Override
    public Evaluation outputs() {
        return at("outputs");
    }

    @Override
    public Evaluation stepOutputs(String stepId) {
        return at("steps", stepId);
    }

    @Override
    public Evaluation workflowInputs(String workflowId) {
        return at("workflows", workflowId, "inputs");
    }

    @Override
    public Evaluation workflowOutputs(String workflowId) {
        return at("workflows", workflowId, "outputs");
    }

    @Override
    public Evaluation workflowStepOutputs(String workflowId, String stepId) {
        return at("workflows", workflowId, "steps", stepId);
    }

    @Override
    public Evaluation sourceDescription(String name, String reference) {
        return at("sourceDescriptions", name, reference);
    }

    @Override
    public Evaluation component(String type, String key) {
        return at("components", type, key);
    }

    private Evaluation header(String message, String name) {
        for (var entry : state.path(message).path("header").properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return new Evaluation.Value(entry.getValue());
            }
        }
        return new Evaluation.Missing("no header " + name);
    }

    private Evaluation at(String... path) {
        JsonNode node = state;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isMissingNode()
                ? new Evaluation.Missing("no " + String.join(".", path))
                : new Evaluation.Value(node);
    }
}
