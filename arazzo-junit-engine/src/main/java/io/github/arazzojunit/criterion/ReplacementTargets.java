package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathEvaluationException;
import io.github.arazzojunit.criterion.jsonpath.JsonPathNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.criterion.xpath.XPathException;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.JsonText;
import io.github.arazzojunit.model.ExpressionType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Replaces what a JSONPath or an XPath selects in a payload (BOD-21 to BOD-24, AMB-35). Thread-safe. */
public final class ReplacementTargets {

    private final Duration timeLimit;

    /** @param timeLimit for one evaluation of a target */
    public ReplacementTargets(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    /**
     * Puts a value into every place that a target selects.
     *
     * @param payload may be changed; an object or array for JSONPath, XML text for XPath
     * @return the payload with the value in place, or an error when the target selects nothing or cannot be evaluated
     */
    public Evaluation replace(JsonNode payload, String target, ExpressionType type, JsonNode value) {
        Optional<LanguageVersion> version = LanguageVersion.of(type);
        if (version.isEmpty()) {
            return new Evaluation.Error(LanguageVersion.unsupported(type));
        }
        try {
            return switch (version.get()) {
                case JSONPATH_RFC_9535 -> new Evaluation.Value(rfc9535(structure(payload), target, value));
                case JSONPATH_GOESSNER ->
                    new Evaluation.Value(GoessnerPath.compile(target).replace(structure(payload), value, timeLimit));
                case XPATH_10, XPATH_20, XPATH_30, XPATH_31 ->
                    new Evaluation.Value(TextNode.valueOf(XPaths.compile(version.get(), target)
                            .replace(XPaths.xml(payload), content(value), timeLimit)));
                case JSON_POINTER, SIMPLE, REGEX ->
                    new Evaluation.Error("a target of type " + type.language().fieldValue() + " selects nothing");
            };
        } catch (UnusableConditionException | XPathException e) {
            return new Evaluation.Error(e.getMessage());
        }
    }

    /** Inner places come first, so that one inside of another is still there. */
    private static JsonNode rfc9535(JsonNode payload, String target, JsonNode value) throws UnusableConditionException {
        List<JsonPathNode> selected;
        try {
            selected = JsonPathQuery.parse(target).select(payload);
        } catch (JsonPathSyntaxException | JsonPathEvaluationException e) {
            throw new UnusableConditionException(e.getMessage());
        }
        if (selected.isEmpty()) {
            throw new UnusableConditionException("'" + target + "' selects nothing");
        }
        List<String> innerFirst = selected.stream()
                .map(JsonPathNode::pointer)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        JsonNode changed = payload;
        for (String pointer : innerFirst) {
            changed = put(changed, JsonPointer.compile(pointer), value.deepCopy());
        }
        return changed;
    }

    private static JsonNode put(JsonNode root, JsonPointer pointer, JsonNode value) {
        if (pointer.matches()) {
            return value;
        }
        JsonNode parent = root.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
        return root;
    }

    private static JsonNode structure(JsonNode payload) throws UnusableConditionException {
        if (payload.isContainerNode()) {
            return payload;
        }
        throw new UnusableConditionException(
                "the payload is a JSON " + JsonText.typeName(payload) + ", and JSONPath needs an object or array");
    }

    private static String content(JsonNode value) throws UnusableConditionException {
        if (value.isContainerNode()) {
            throw new UnusableConditionException(
                    "the value is a JSON " + JsonText.typeName(value) + ", which has no form in XML; write a text");
        }
        return JsonText.of(value);
    }
}
