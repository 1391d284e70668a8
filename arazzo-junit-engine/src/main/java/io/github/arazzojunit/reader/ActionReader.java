package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Action.Reference;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads Success and Failure Action Objects (ACT-01 to ACT-09, ACT-32, ACT-40 to ACT-44). */
final class ActionReader {

    /** Exactly one repetition unless the document says otherwise (ACT-32). */
    private static final int DEFAULT_RETRY_LIMIT = 1;

    private static final String[] TARGETS = {"workflowId", "stepId"};

    private final Reading reading;
    private final ObjectKind kind;
    private final ParameterLists parameters;
    private final CriterionReader criteria;

    /**
     * @param kind success or failure action
     */
    ActionReader(Reading reading, ObjectKind kind, ParameterLists parameters) {
        this.reading = reading;
        this.kind = kind;
        this.parameters = parameters;
        this.criteria = new CriterionReader(reading);
    }

    Optional<Action> read(LocatedNode node) {
        return Fields.of(node, kind, reading).flatMap(this::read);
    }

    private Optional<Action> read(Fields fields) {
        Optional<String> name = fields.requiredName("name");
        Optional<String> type = type(fields);
        List<Criterion> conditions = criteria.list(fields, "criteria");
        if (name.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return switch (type.get()) {
            case "end" -> end(fields, name.get(), conditions);
            case "goto" -> transfer(fields, name.get(), conditions);
            default -> retry(fields, name.get(), conditions);
        };
    }

    private Optional<String> type(Fields fields) {
        Optional<String> type = fields.requiredName("type");
        List<String> allowed =
                kind == ObjectKind.SUCCESS_ACTION ? List.of("end", "goto") : List.of("end", "goto", "retry");
        return fields.choice("type", type, allowed);
    }

    private Optional<Action> end(Fields fields, String name, List<Criterion> conditions) {
        fields.ignore("an action of type 'end' goes nowhere", TARGETS);
        ignoreRetryFields(fields, "end");
        parameters(fields, Optional.empty());
        return Optional.of(new Action.End(name, conditions, fields.node()));
    }

    private Optional<Action> transfer(Fields fields, String name, List<Criterion> conditions) {
        ignoreRetryFields(fields, "goto");
        Optional<Reference> target = reference(fields);
        if (target.isEmpty() && !fields.has("stepId") && !fields.has("workflowId")) {
            reading.report(
                    ReaderRule.GOTO_WITHOUT_TARGET,
                    fields.node(),
                    "The " + fields.owner() + " does not say where to go.",
                    "Add 'stepId' or 'workflowId'.");
        }
        List<Parameter> inputs = parameters(fields, target);
        return target.map(found -> new Action.Goto(name, found, inputs, conditions, fields.node()));
    }

    private Optional<Action> retry(Fields fields, String name, List<Criterion> conditions) {
        FieldNumbers numbers = new FieldNumbers(fields, reading);
        Duration retryAfter = numbers.seconds("retryAfter").orElse(Duration.ZERO);
        int retryLimit = numbers.count("retryLimit").orElse(DEFAULT_RETRY_LIMIT);
        Optional<Reference> reference = reference(fields);
        List<Parameter> inputs = parameters(fields, reference);
        return Optional.of(
                new Action.Retry(name, reference, inputs, retryAfter, retryLimit, conditions, fields.node()));
    }

    private Optional<Reference> reference(Fields fields) {
        Optional<Reference> workflow = fields.name("workflowId").map(Reference.ToWorkflow::new);
        Optional<Reference> step = fields.name("stepId").map(Reference.ToStep::new);
        if (workflow.isPresent() && step.isPresent()) {
            reading.report(
                    ReaderRule.SEVERAL_ACTION_TARGETS,
                    fields.node(),
                    "The " + fields.owner() + " names a step and a workflow; only one of them can be meant.",
                    "Remove 'stepId' or 'workflowId'.");
        }
        return workflow.or(() -> step);
    }

    private List<Parameter> parameters(Fields fields, Optional<Reference> target) {
        List<Parameter> inputs = parameters.inputs(fields);
        boolean toWorkflow =
                target.filter(Reference.ToWorkflow.class::isInstance).isPresent();
        if (toWorkflow || inputs.isEmpty()) {
            return inputs;
        }
        reading.report(
                ReaderRule.ACTION_PARAMETERS_WITHOUT_WORKFLOW,
                fields.at("parameters"),
                "The " + fields.owner() + " has parameters, but no workflow that could receive them; they are ignored.",
                "Add 'workflowId' or remove 'parameters'.");
        return List.of();
    }

    /** A success action does not even have these fields, so there they are unknown ones. */
    private void ignoreRetryFields(Fields fields, String type) {
        if (kind == ObjectKind.FAILURE_ACTION) {
            fields.ignore("an action of type '" + type + "' repeats nothing", "retryAfter", "retryLimit");
        }
    }
}
