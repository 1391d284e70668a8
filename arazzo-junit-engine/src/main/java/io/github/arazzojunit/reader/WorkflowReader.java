package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Workflow Objects (WF-01 to WF-04, WF-10, WF-20, WF-21, WF-30 to WF-34). A workflow that has errors is read as
 * far as possible, so that it can be shown with its findings. Ids are unique in the result: a workflow or step whose id
 * is missing or already taken is called after its place, for example {@code workflows[2]}.
 */
final class WorkflowReader {

    private final Reading reading;
    private final ListReaders lists;

    WorkflowReader(Reading reading, ListReaders lists) {
        this.reading = reading;
        this.lists = lists;
    }

    /** All entries of {@code workflows}. */
    List<Workflow> list(Fields document) {
        List<LocatedNode> nodes = document.requiredItems("workflows");
        Identifiers ids = Identifiers.ofWorkflows(reading);
        List<Workflow> workflows = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int index = i;
            LocatedNode node = nodes.get(i);
            workflows.add(Fields.of(node, ObjectKind.WORKFLOW, reading)
                    .map(fields -> read(fields, ids.of(fields, index)))
                    .orElseGet(() -> unreadable(node, ids.place(index))));
        }
        return workflows;
    }

    private Workflow read(Fields fields, String workflowId) {
        var summary = fields.text("summary");
        fields.text("description");
        var inputs = fields.present("inputs")
                .filter(schema -> InputsReader.check(reading, schema, "'inputs' of the " + fields.owner()));
        var dependsOn = fields.texts(fields.distinctItems("dependsOn"), "dependsOn");
        var parameters = lists.parameters().list(fields);
        var successActions = lists.successActions().list(fields, "successActions");
        var failureActions = lists.failureActions().list(fields, "failureActions");
        var outputs = new OutputsReader(reading).read(fields);
        List<Step> steps = steps(fields);
        ParameterPlaces places = new ParameterPlaces(reading, parameters);
        steps.forEach(places::check);
        return new Workflow(
                workflowId,
                summary,
                inputs,
                dependsOn,
                steps,
                parameters,
                successActions,
                failureActions,
                outputs,
                fields.node());
    }

    private List<Step> steps(Fields workflow) {
        StepReader reader = new StepReader(reading, lists);
        List<LocatedNode> nodes = workflow.requiredItems("steps");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            reader.read(nodes.get(i), i).ifPresent(steps::add);
        }
        return steps;
    }

    private static Workflow unreadable(LocatedNode node, String workflowId) {
        return new Workflow(
                workflowId,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                node);
    }
}
