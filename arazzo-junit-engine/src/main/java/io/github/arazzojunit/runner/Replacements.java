package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.CriterionEvaluator;
import io.github.arazzojunit.criterion.ReplacementTargets;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ValueEvaluator;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.http.PayloadReplacement;
import io.github.arazzojunit.http.RequestException;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.runner.StepRequest.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the Payload Replacement Objects of a step to its evaluated payload (BOD-20 to BOD-28). */
final class Replacements {

    private static final ReplacementTargets TARGETS = new ReplacementTargets(CriterionEvaluator.DEFAULT_TIME_LIMIT);

    private Replacements() {}

    /**
     * The payload with everything replaced.
     *
     * @param payload empty when the step has none
     * @param initial what the replacements begin with then (AMB-35)
     * @param mediaType of the body; decides about targets that do not say what they are (BOD-21, BOD-23)
     */
    static JsonNode apply(
            Optional<JsonNode> payload,
            JsonNode initial,
            String mediaType,
            RequestBody body,
            ValueEvaluator values,
            InvocationScope scope)
            throws ValueException, RequestException {
        List<PayloadReplacement> replacements = new ArrayList<>();
        for (RequestBody.PayloadReplacement replacement : body.replacements()) {
            Evaluation value = values.evaluate(replacement.value().value(), scope);
            if (!(value instanceof Evaluation.Value found)) {
                throw new ValueException("The replacement at '" + replacement.target() + "' ("
                        + replacement.source().position() + ") has no value: " + StepRequest.reason(value));
            }
            boolean fromNothing = payload.isEmpty() && initial.isEmpty();
            replacements.add(new PayloadReplacement(
                    located(target(replacement, mediaType, fromNothing), replacement), found.json()));
        }
        return PayloadReplacement.apply(payload.orElse(initial), replacements);
    }

    private static PayloadReplacement.Target target(
            RequestBody.PayloadReplacement replacement, String mediaType, boolean fromNothing) {
        ExpressionType type = replacement.targetSelectorType().orElseGet(() -> usual(mediaType));
        if (type.language() == Language.JSONPOINTER) {
            return fromNothing
                    ? PayloadReplacement.Target.pointerFromNothing(replacement.target())
                    : PayloadReplacement.Target.pointer(replacement.target());
        }
        return (payload, value) -> {
            Evaluation replaced = TARGETS.replace(payload, replacement.target(), type, value);
            if (replaced instanceof Evaluation.Value changed) {
                return changed.json();
            }
            throw new RequestException("The replacement at '" + replacement.target() + "' cannot be made: "
                    + StepRequest.reason(replaced));
        };
    }

    private static PayloadReplacement.Target located(
            PayloadReplacement.Target target, RequestBody.PayloadReplacement replacement) {
        return (payload, value) -> {
            try {
                return target.replaceIn(payload, value);
            } catch (RequestException e) {
                throw new RequestException(replacement.source().position() + ": " + e.getMessage());
            }
        };
    }

    private static ExpressionType usual(String mediaType) {
        boolean xml = MediaType.parse(mediaType).filter(MediaType::isXml).isPresent();
        return new ExpressionType(xml ? Language.XPATH : Language.JSONPOINTER, Optional.empty());
    }
}
