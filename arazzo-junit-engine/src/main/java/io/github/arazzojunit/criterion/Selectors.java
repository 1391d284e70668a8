package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.arazzojunit.criterion.jsonpath.JsonPathEvaluationException;
import io.github.arazzojunit.criterion.jsonpath.JsonPathNode;
import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.criterion.xpath.XPathException;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.JsonText;
import io.github.arazzojunit.expression.SelectorEvaluator;
import io.github.arazzojunit.model.ExpressionType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Selectors in JSON Pointer, JSONPath and XPath (SEL-02..07, AMB-70, AMB-71). Thread-safe. */
public final class Selectors implements SelectorEvaluator {

    private final Duration timeLimit;

    /** @param timeLimit for one evaluation of an XPath expression */
    public Selectors(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    @Override
    public Evaluation select(JsonNode context, String selector, ExpressionType type) {
        Optional<LanguageVersion> version = LanguageVersion.of(type);
        if (version.isEmpty()) {
            return new Evaluation.Error(LanguageVersion.unsupported(type));
        }
        try {
            return switch (version.get()) {
                case JSON_POINTER -> JsonPointers.read(structure(context), pointer(selector));
                case JSONPATH_RFC_9535 -> combined(rfc9535(structure(context), selector), selector);
                case JSONPATH_GOESSNER ->
                    combined(GoessnerPath.compile(selector).select(structure(context), timeLimit), selector);
                case XPATH_10, XPATH_20, XPATH_30, XPATH_31 ->
                    combined(XPaths.compile(version.get(), selector).select(XPaths.xml(context), timeLimit), selector);
                case SIMPLE, REGEX ->
                    new Evaluation.Error("a selector cannot be of type "
                            + type.language().fieldValue() + "; use jsonpointer, jsonpath or xpath");
            };
        } catch (UnusableConditionException | XPathException e) {
            return new Evaluation.Error("the selector fails: " + e.getMessage());
        }
    }

    /** A selector is written without {@code #} (SEL-06); with it there is still one reading only. */
    static String pointer(String selector) {
        return selector.startsWith("#") ? selector.substring(1) : selector;
    }

    private static List<JsonNode> rfc9535(JsonNode context, String selector) throws UnusableConditionException {
        try {
            return JsonPathQuery.parse(selector).select(context).stream()
                    .map(JsonPathNode::value)
                    .toList();
        } catch (JsonPathSyntaxException | JsonPathEvaluationException e) {
            throw new UnusableConditionException(e.getMessage());
        }
    }

    private static JsonNode structure(JsonNode context) throws UnusableConditionException {
        JsonNode value = JsonContext.of(context).value();
        if (!value.isContainerNode()) {
            throw new UnusableConditionException(
                    "the context is " + JsonText.typeName(value) + ", not an object or array");
        }
        return value;
    }

    private static Evaluation combined(List<JsonNode> found, String selector) {
        if (found.size() == 1) {
            return new Evaluation.Value(found.get(0));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        found.forEach(all::add);
        return found.isEmpty()
                ? new Evaluation.Missing("the selector '" + selector + "' selects nothing")
                : new Evaluation.Value(all);
    }
}
