package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.RequestBody;
import io.github.arazzojunit.model.RequestBody.PayloadReplacement;
import java.util.List;
import java.util.Optional;

/** Reads Request Body and Payload Replacement Objects (BOD-01, BOD-20, BOD-22). */
final class RequestBodyReader {

    private final Reading reading;

    RequestBodyReader(Reading reading) {
        this.reading = reading;
    }

    Optional<RequestBody> read(Fields step) {
        return step.present("requestBody")
                .flatMap(node -> Fields.of(node, ObjectKind.REQUEST_BODY, reading))
                .map(this::body);
    }

    private RequestBody body(Fields fields) {
        Optional<LocatedNode> payload = fields.any("payload");
        payload.ifPresent(node -> SelectorReader.warnOfNearMisses(node, reading));
        List<PayloadReplacement> replacements = fields.distinctItems("replacements").stream()
                .flatMap(node -> Fields.of(node, ObjectKind.PAYLOAD_REPLACEMENT, reading).stream())
                .flatMap(replacement -> replacement(replacement).stream())
                .toList();
        return new RequestBody(fields.name("contentType"), payload, replacements, fields.node());
    }

    private Optional<PayloadReplacement> replacement(Fields fields) {
        Optional<String> target = fields.requiredText("target");
        Optional<LocatedNode> value = fields.required("value");
        value.ifPresent(node -> SelectorReader.warnOfNearMisses(node, reading));
        Optional<ExpressionType> type = fields.present("targetSelectorType").isEmpty()
                ? Optional.empty()
                : new ExpressionTypeReader(reading)
                        .read(fields, "targetSelectorType", ExpressionTypeReader.QUERIES, ExpressionTypeReader.QUERIES);
        return target.isPresent() && value.isPresent()
                ? Optional.of(new PayloadReplacement(target.get(), value.get(), type, fields.node()))
                : Optional.empty();
    }
}
