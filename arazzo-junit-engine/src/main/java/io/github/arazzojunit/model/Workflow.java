package io.github.arazzojunit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Every action that it or one of its steps names, once. */
    public Stream<Action> actions() {
        return Stream.concat(
                Stream.concat(successActions.stream(), failureActions.stream()),
                steps.stream().flatMap(step -> Stream.concat(step.onSuccess().stream(), step.onFailure().stream())));
    }

    /** References to the workflows that its steps and actions run, as written. */
    public Stream<String> executed() {
        return Stream.concat(
                steps.stream()
                        .map(Step::target)
                        .filter(StepTarget.WorkflowCall.class::isInstance)
                        .map(StepTarget::reference),
                actions()
                        .flatMap(action -> action.reference().stream())
                        .filter(Action.Reference.ToWorkflow.class::isInstance)
                        .map(target -> ((Action.Reference.ToWorkflow) target).workflowId()));
    }

    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.stepId().equals(stepId)).findFirst();
    }
}
