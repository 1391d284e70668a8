package io.github.arazzojunit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Arazzo workflow.
 *
 * @param inputs the JSON Schema of the inputs
 * @param dependsOn ids of the workflows that have to complete first, as written
 * @param parameters apply to every step (WF-30)
 * @param successActions apply to every step (WF-33)
 * @param failureActions apply to every step (WF-33)
 * @param outputs values by name, in the order of the text: a runtime expression or a Selector Object each
 */
public record Workflow(
        String workflowId,
        Optional<String> summary,
        Optional<LocatedNode> inputs,
        List<String> dependsOn,
        List<Step> steps,
        List<Parameter> parameters,
        List<Action> successActions,
        List<Action> failureActions,
        Map<String, LocatedNode> outputs,
        LocatedNode source) {

    public Workflow {
        dependsOn = List.copyOf(dependsOn);
        steps = List.copyOf(steps);
        parameters = List.copyOf(parameters);
        successActions = List.copyOf(successActions);
        failureActions = List.copyOf(failureActions);
    }

    public Position position() {
        return source.position();
    }

    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.stepId().equals(stepId)).findFirst();
    }
}
