package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads Step Objects (STP-01 to STP-05, STP-50, STP-71, STP-80 to STP-83). */
final class StepReader {

    /** Target fields, a workflow first: it changes what the other fields mean. */
    private static final Map<String, Function<String, StepTarget>> TARGETS = orderedTargets();

    private final Reading reading;
    private final ListReaders lists;
    private final Identifiers ids;

    /** A reader for the steps of one workflow. */
    StepReader(Reading reading, ListReaders lists) {
        this.reading = reading;
        this.lists = lists;
        this.ids = Identifiers.ofSteps(reading);
    }

    /**
     * The step, empty when it is no object or has no target.
     *
     * @param index place in the list of steps
     */
    Optional<Step> read(LocatedNode node, int index) {
        return Fields.of(node, ObjectKind.STEP, reading).flatMap(fields -> read(fields, ids.of(fields, index)));
    }

    private Optional<Step> read(Fields fields, String stepId) {
        Optional<StepTarget> target = target(fields);
        target.ifPresent(found -> checkFieldsOf(found, fields));
        var description = fields.text("description");
        var parameters = lists.parameters().list(fields);
        var requestBody = new RequestBodyReader(reading).read(fields);
        var successCriteria = new CriterionReader(reading).list(fields, "successCriteria");
        var onSuccess = lists.successActions().list(fields, "onSuccess");
        var onFailure = lists.failureActions().list(fields, "onFailure");
        var outputs = new OutputsReader(reading).read(fields);
        var timeout = new FieldNumbers(fields, reading).milliseconds("timeout");
        var dependsOn = fields.texts(fields.itemsUnlessEmpty("dependsOn"), "dependsOn");
        return target.map(found -> new Step(
                stepId,
                description,
                found,
                parameters,
                requestBody,
                successCriteria,
                onSuccess,
                onFailure,
                outputs,
                timeout,
                dependsOn,
                fields.node()));
    }

    private Optional<StepTarget> target(Fields fields) {
        List<StepTarget> targets = new ArrayList<>();
        List<String> present = new ArrayList<>();
        TARGETS.forEach((field, target) -> {
            if (fields.has(field)) {
                present.add(field);
            }
            fields.name(field).map(target).ifPresent(targets::add);
        });
        if (present.isEmpty()) {
            reading.report(
                    ReaderRule.STEP_WITHOUT_TARGET,
                    fields.node(),
                    "The " + fields.owner() + " has nothing to execute.",
                    "Add one of operationId, operationPath, channelPath and workflowId.");
        }
        if (present.size() > 1) {
            reading.report(
                    ReaderRule.SEVERAL_STEP_TARGETS,
                    fields.node(),
                    "The " + fields.owner() + " has several targets: " + String.join(", ", present)
                            + "; only one can be meant.",
                    "Keep one of them.");
        }
        return targets.stream().findFirst();
    }

    private void checkFieldsOf(StepTarget target, Fields fields) {
        if (target instanceof StepTarget.WorkflowCall) {
            fields.ignore("a step that calls a workflow sends no request", "requestBody");
            fields.ignore("a step that calls a workflow sends no message", "action", "correlationId");
            return;
        }
        if (target instanceof StepTarget.OperationPath) {
            fields.ignore("an operation of an OpenAPI description sends no message", "action", "correlationId");
            return;
        }
        Optional<String> action = fields.choice("action", fields.text("action"), List.of("send", "receive"));
        if (target instanceof StepTarget.ChannelPath && !fields.has("action")) {
            reading.report(
                    ReaderRule.CHANNEL_WITHOUT_ACTION,
                    fields.node(),
                    "The " + fields.owner() + " names a channel, but not whether to send or to receive.",
                    "Add 'action: send' or 'action: receive'.");
        }
        fields.present("correlationId")
                .filter(node -> action.filter("receive"::equals).isEmpty())
                .ifPresent(node -> reading.report(
                        ReaderRule.CORRELATION_WITHOUT_RECEIVE,
                        node,
                        "The " + fields.owner() + " has a 'correlationId', but receives nothing; it is ignored.",
                        "Remove it, or write 'action: receive'."));
    }

    private static Map<String, Function<String, StepTarget>> orderedTargets() {
        Map<String, Function<String, StepTarget>> targets = new LinkedHashMap<>();
        targets.put("workflowId", StepTarget.WorkflowCall::new);
        targets.put("operationId", StepTarget.OperationId::new);
        targets.put("operationPath", StepTarget.OperationPath::new);
        targets.put("channelPath", StepTarget.ChannelPath::new);
        return Collections.unmodifiableMap(targets);
    }
}
