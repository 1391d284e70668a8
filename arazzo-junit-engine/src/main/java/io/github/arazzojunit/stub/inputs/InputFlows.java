package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.expression.AccessPath;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.runner.EffectiveLists;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.OperationReferences;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.SourceOperation;
import io.github.arazzojunit.source.WorkflowReferences;
import io.github.arazzojunit.validation.InputSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the inputs of a workflow flow: into requests, other workflows, criteria and outputs. */
final class InputFlows {

    private static final Pattern IN_CONDITION = Pattern.compile("\\$inputs\\.[A-Za-z0-9_.\\-\\[\\]#/~]*[A-Za-z0-9_]");

    private final LinkedDocument document;
    private final Workflow workflow;
    private final Map<LocatedNode, Map<String, List<Flow>>> known;
    private final InputSchema declared;
    private final Map<String, List<Flow>> flows = new LinkedHashMap<>();

    private InputFlows(LinkedDocument document, Workflow workflow, Map<LocatedNode, Map<String, List<Flow>>> known) {
        this.document = document;
        this.workflow = workflow;
        this.known = known;
        this.declared = InputSchema.of(document.document().source(), workflow);
    }

    /** The uses of each input by its name, in the order of the text. */
    static Map<String, List<Flow>> of(LinkedDocument document, Workflow workflow) {
        return of(document, workflow, new HashMap<>());
    }

    /** @param known of each workflow; empty while it is being looked at, as one that calls itself adds nothing new */
    private static Map<String, List<Flow>> of(
            LinkedDocument document, Workflow workflow, Map<LocatedNode, Map<String, List<Flow>>> known) {
        Map<String, List<Flow>> before = known.putIfAbsent(workflow.source(), Map.of());
        if (before != null) {
            return before;
        }
        InputFlows flows = new InputFlows(document, workflow, known);
        workflow.steps().forEach(flows::step);
        workflow.outputs().values().forEach(output -> flows.value(output, Optional.empty()));
        known.put(workflow.source(), flows.flows);
        return flows.flows;
    }

    private void step(Step step) {
        if (step.target() instanceof StepTarget.WorkflowCall call) {
            callee(call.reference(), step.source(), EffectiveLists.parameters(workflow, step));
        } else {
            operation(step);
        }
        step.outputs().values().forEach(output -> value(output, Optional.empty()));
        step.successCriteria().forEach(this::criterion);
        Stream.concat(
                        EffectiveLists.successActions(workflow, step).stream(),
                        EffectiveLists.failureActions(workflow, step).stream())
                .forEach(this::action);
    }

    private void operation(Step step) {
        Optional<SourceOperation> operation =
                OperationReferences.resolve(document, step) instanceof Resolution.Found<SourceOperation> found
                        ? Optional.of(found.target())
                        : Optional.empty();
        for (Parameter parameter : EffectiveLists.parameters(workflow, step)) {
            value(parameter.value(), operation.flatMap(described -> destination(described, parameter)));
        }
        step.requestBody()
                .ifPresent(body -> new BodyFlows(operation, body)
                        .each((text, destination) -> template(Template.parse(text), destination)));
    }

    private static Optional<Destination> destination(SourceOperation operation, Parameter parameter) {
        return parameter
                .in()
                .flatMap(in -> operation.operation().parameter(in, parameter.name()))
                .filter(described -> described.contentMediaType().isEmpty())
                .flatMap(described -> described
                        .schema()
                        .map(schema -> new Destination(
                                Schemas.of(operation), List.of(schema), examples(described.source()), true)));
    }

    private static List<LocatedNode> examples(LocatedNode parameter) {
        List<LocatedNode> examples = new ArrayList<>();
        parameter.member("example").ifPresent(examples::add);
        parameter
                .member("examples")
                .ifPresent(named -> named.members()
                        .values()
                        .forEach(example -> example.member("value").ifPresent(examples::add)));
        return examples;
    }

    /** What is passed to another workflow has to suit it and all that it does with it. */
    private void callee(String reference, LocatedNode place, List<Parameter> parameters) {
        if (!(WorkflowReferences.resolve(document, reference, place)
                instanceof Resolution.Found<WorkflowReferences.Target> found)) {
            parameters.forEach(parameter -> value(parameter.value(), Optional.empty()));
            return;
        }
        WorkflowReferences.Target target = found.target();
        Map<String, List<Flow>> further = of(target.document(), target.workflow(), known);
        InputSchema inputs = InputSchema.of(target.document().document().source(), target.workflow());
        for (Parameter parameter : parameters) {
            value(
                    parameter.value(),
                    inputs.property(parameter.name())
                            .map(schema ->
                                    new Destination(Schemas.of(target.document()), List.of(schema), List.of(), false)));
            wholeInput(parameter.value())
                    .ifPresent(input ->
                            further.getOrDefault(parameter.name(), List.of()).forEach(flow -> add(input, flow)));
        }
    }

    private static Optional<RuntimeExpression.Inputs> wholeInput(LocatedNode value) {
        Template template = Template.parse(value.text());
        return value.isText()
                        && template.isWholeExpression()
                        && template.expressions().get(0) instanceof RuntimeExpression.Inputs input
                ? Optional.of(input)
                : Optional.empty();
    }

    private void action(Action action) {
        action.criteria().forEach(this::criterion);
        if (action instanceof Action.Goto jump && jump.target() instanceof Action.Reference.ToWorkflow toWorkflow) {
            callee(toWorkflow.workflowId(), action.source(), jump.parameters());
        } else if (action instanceof Action.Retry retry
                && retry.reference().orElse(null) instanceof Action.Reference.ToWorkflow toWorkflow) {
            callee(toWorkflow.workflowId(), action.source(), retry.parameters());
        }
    }

    private void criterion(Criterion criterion) {
        Matcher matcher = IN_CONDITION.matcher(criterion.context().orElse("") + " " + criterion.condition());
        while (matcher.find()) {
            template(Template.parse(matcher.group()), Optional.empty());
        }
    }

    /** Every text of a value; only a value that is itself a text has a destination. */
    private void value(LocatedNode value, Optional<Destination> destination) {
        if (value.isText()) {
            template(Template.parse(value.text()), destination);
        }
        texts(value.value());
    }

    private void texts(JsonNode container) {
        container.forEach(child -> {
            if (child.isTextual()) {
                template(Template.parse(child.textValue()), Optional.empty());
            }
            texts(child);
        });
    }

    private void template(Template template, Optional<Destination> destination) {
        List<Template.Segment> segments = template.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof Template.Segment.Embedded embedded
                    && embedded.expression() instanceof RuntimeExpression.Inputs input) {
                boolean alone = template.expressions().size() == 1;
                add(
                        input,
                        template.isWholeExpression()
                                ? Flow.of("", destination)
                                : new Flow(
                                        "",
                                        i > 0 ? literal(segments.get(i - 1)) : "",
                                        i + 1 < segments.size() ? literal(segments.get(i + 1)) : "",
                                        true,
                                        destination.filter(place -> alone)));
            }
        }
    }

    private static String literal(Template.Segment segment) {
        return segment instanceof Template.Segment.Literal literal ? literal.text() : "";
    }

    /** A name may be a path into an input: the longest declared one counts (AMB-65). */
    private void add(RuntimeExpression.Inputs use, Flow flow) {
        String name = declared.names().stream()
                .filter(candidate -> use.name().equals(candidate)
                        || use.name().startsWith(candidate + ".")
                        || use.name().startsWith(candidate + "["))
                .reduce((first, second) -> first.length() >= second.length() ? first : second)
                .orElseGet(() -> use.name().split("(?<=.)[.\\[]", 2)[0]);
        String pointer = AccessPath.toPointer(use.name().substring(name.length()))
                + use.pointer().orElse("");
        List<Flow> sofar = flows.computeIfAbsent(name, key -> new ArrayList<>());
        Flow added = flow.below(pointer);
        if (!sofar.contains(added)) {
            sofar.add(added);
        }
    }
}
