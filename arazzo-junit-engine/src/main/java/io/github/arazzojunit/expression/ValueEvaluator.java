package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates values that may contain expressions: parameters, payloads, replacement values, outputs (BOD-04..08,
 * PRM-15..17, SEL-04). Results never share mutable structure with the scope (BOD-15). Thread-safe if the selectors are.
 */
public final class ValueEvaluator {

    private final SelectorEvaluator selectors;
    private final boolean selectorsAllowed;

    /**
     * @param selectorsAllowed whether an object can be a Selector Object; outputs take selectors always, as an object
     *     has no other meaning there (AMB-27)
     */
    public ValueEvaluator(SelectorEvaluator selectors, boolean selectorsAllowed) {
        this.selectors = selectors;
        this.selectorsAllowed = selectorsAllowed;
    }

    /**
     * The value with everything in it evaluated: a string that is one expression keeps the type of its value, embedded
     * expressions yield text, objects and arrays are walked.
     *
     * @return missing or an error as soon as one part is, with a reason that names its JSON Pointer and expression
     */
    public Evaluation evaluate(JsonNode value, Scope scope) {
        return evaluate(value, scope, "");
    }

    /** The value of an output, which has to be an expression or a Selector Object (STP-96). */
    public Evaluation evaluateOutput(JsonNode value, Scope scope) {
        if (value.isTextual()) {
            try {
                Template.parseOutput(value.textValue());
            } catch (ExpressionSyntaxException e) {
                return new Evaluation.Error(e.getMessage());
            }
            return evaluateText(value.textValue(), scope, "");
        }
        Optional<SelectorObject> selector = SelectorObject.ofOutput(value);
        return selector.isPresent()
                ? select(selector.get(), scope, "")
                : new Evaluation.Error(
                        "an output is a runtime expression or a Selector Object with context, selector and type, not "
                                + value);
    }

    private Evaluation evaluate(JsonNode value, Scope scope, String pointer) {
        if (value.isTextual()) {
            return evaluateText(value.textValue(), scope, pointer);
        }
        if (value.isArray()) {
            return evaluateArray(value, scope, pointer);
        }
        if (!value.isObject()) {
            return new Evaluation.Value(value);
        }
        Optional<SelectorObject> selector = selectorsAllowed ? SelectorObject.of(value) : Optional.empty();
        if (selectorsAllowed && selector.isEmpty() && SelectorObject.hasShape(value)) {
            return at(pointer, new Evaluation.Error("the selector has no usable context or query"));
        }
        return selector.isPresent() ? select(selector.get(), scope, pointer) : evaluateObject(value, scope, pointer);
    }

    private Evaluation evaluateText(String text, Scope scope, String pointer) {
        Evaluation evaluation = Template.parse(text).evaluate(scope);
        return evaluation instanceof Evaluation.Value value
                ? new Evaluation.Value(value.json().deepCopy())
                : at(pointer, evaluation);
    }

    private Evaluation evaluateArray(JsonNode array, Scope scope, String pointer) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            Evaluation item = evaluate(array.get(i), scope, pointer + "/" + i);
            if (!(item instanceof Evaluation.Value value)) {
                return item;
            }
            result.add(value.json());
        }
        return new Evaluation.Value(result);
    }

    private Evaluation evaluateObject(JsonNode object, Scope scope, String pointer) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Evaluation member = evaluate(entry.getValue(), scope, pointer + "/" + JsonPointers.escape(entry.getKey()));
            if (!(member instanceof Evaluation.Value value)) {
                return member;
            }
            result.set(entry.getKey(), value.json());
        }
        return new Evaluation.Value(result);
    }

    private Evaluation select(SelectorObject selector, Scope scope, String pointer) {
        RuntimeExpression expression = selector.context().expression();
        Evaluation context = ExpressionEvaluator.evaluate(expression, scope);
        if (context instanceof Evaluation.Missing missing) {
            return at(
                    pointer,
                    new Evaluation.Missing(
                            "the selector's context " + expression.text() + " finds nothing: " + missing.reason()));
        }
        if (!(context instanceof Evaluation.Value value)) {
            return at(pointer, context);
        }
        Evaluation query = Template.parse(selector.selector())
                .render(scope, escaping(selector))
                .text();
        if (!(query instanceof Evaluation.Value text)) {
            return at(pointer, query);
        }
        Evaluation selected = selectors.select(value.json(), text.json().textValue(), selector.type());
        return selected instanceof Evaluation.Value found
                ? new Evaluation.Value(found.json().deepCopy())
                : at(pointer, selected);
    }

    private static TemplateEscaping escaping(SelectorObject selector) {
        Language language = selector.type().language();
        if (language == Language.XPATH) {
            boolean version1 =
                    selector.type().version().filter("xpath-10"::equals).isPresent();
            return version1 ? TemplateEscaping.XPATH_10 : TemplateEscaping.XPATH;
        }
        return language == Language.JSONPATH ? TemplateEscaping.JSONPATH : TemplateEscaping.NONE;
    }

    private static Evaluation at(String pointer, Evaluation evaluation) {
        String place = pointer.isEmpty() ? "" : "at " + pointer + ": ";
        if (evaluation instanceof Evaluation.Missing missing) {
            return new Evaluation.Missing(place + missing.reason());
        }
        return evaluation instanceof Evaluation.Error error ? new Evaluation.Error(place + error.reason()) : evaluation;
    }
}
