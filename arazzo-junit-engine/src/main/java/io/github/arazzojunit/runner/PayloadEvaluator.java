package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Rendering;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.expression.TemplateEscaping;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.runner.StepRequest.ValueException;
import java.util.List;
import java.util.Locale;

/** Evaluates the payload of a step (BOD-04 to BOD-08). */
final class PayloadEvaluator {

    private PayloadEvaluator() {}

    /**
     * Evaluates a payload for a media type. A string in the result is a text that goes out as it is (BOD-07, BOD-12).
     *
     * @param notes takes what had to be changed in a template to keep it readable (AMB-32)
     */
    static JsonNode evaluate(
            LocatedNode payload, String mediaType, ValueEvaluator values, InvocationScope scope, List<String> notes)
            throws ValueException {
        if (!payload.isText() || Template.parse(payload.text()).isWholeExpression()) {
            JsonNode value = value(values.evaluate(payload.value(), scope), payload);
            // Here a string is a value with a type, so in JSON it needs its quotes (BOD-05).
            return value.isTextual() && escaping(mediaType) == TemplateEscaping.JSON
                    ? TextNode.valueOf(value.toString())
                    : value;
        }
        Rendering rendering = Template.parse(payload.text()).render(scope, escaping(mediaType));
        notes.addAll(rendering.notes());
        return value(rendering.text(), payload);
    }

    private static JsonNode value(Evaluation evaluation, LocatedNode payload) throws ValueException {
        if (evaluation instanceof Evaluation.Value value) {
            return value.json();
        }
        throw new ValueException("The payload of the request (" + payload.position() + ") has no value: "
                + StepRequest.reason(evaluation));
    }

    private static TemplateEscaping escaping(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        if (type.endsWith("/json") || type.endsWith("+json")) {
            return TemplateEscaping.JSON;
        }
        if (type.endsWith("/xml") || type.endsWith("+xml")) {
            return TemplateEscaping.XML;
        }
        return type.equals("application/x-www-form-urlencoded") ? TemplateEscaping.FORM : TemplateEscaping.NONE;
    }
}
