package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.http.PayloadReplacement;
import io.github.arazzojunit.http.RequestException;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.runner.OperationCall.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the Payload Replacement Objects of a step to its evaluated payload (BOD-20 to BOD-28). */
final class Replacements {

    private Replacements() {}

    /**
     * The payload with everything replaced.
     *
     * @param payload empty when the step has none
     * @param initial what the replacements begin with then (AMB-35)
     */
    static JsonNode apply(
            Optional<JsonNode> payload,
            JsonNode initial,
            RequestBody body,
            ValueEvaluator values,
            InvocationScope scope)
            throws ValueException, RequestException {
        List<PayloadReplacement> replacements = new ArrayList<>();
        for (RequestBody.PayloadReplacement replacement : body.replacements()) {
            Evaluation value = values.evaluate(replacement.value().value(), scope);
            if (!(value instanceof Evaluation.Value found)) {
                throw new ValueException("The replacement at '" + replacement.target() + "' ("
                        + replacement.source().position() + ") has no value: " + OperationCall.reason(value));
            }
            boolean fromNothing = payload.isEmpty() && initial.isEmpty();
            replacements.add(new PayloadReplacement(target(replacement, fromNothing), found.json()));
        }
        return PayloadReplacement.apply(payload.orElse(initial), replacements);
    }

    private static PayloadReplacement.Target target(RequestBody.PayloadReplacement replacement, boolean fromNothing)
            throws ValueException {
        Language language =
                replacement.targetSelectorType().map(type -> type.language()).orElse(Language.JSONPOINTER);
        if (language != Language.JSONPOINTER) {
            throw new ValueException("The replacement at '" + replacement.target() + "' ("
                    + replacement.source().position() + ") has a target of type " + language.fieldValue()
                    + ", which cannot be replaced. Use a JSON Pointer.");
        }
        return fromNothing
                ? PayloadReplacement.Target.pointerFromNothing(replacement.target())
                : PayloadReplacement.Target.pointer(replacement.target());
    }
}
