package io.github.arazzojunit.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a workflow.
 *
 * @param timeout limit of one attempt (1.1, AMB-20)
 * @param dependsOn references of the steps that have to complete first (1.1), as written
 * @param outputs values by name, in the order of the text: a runtime expression or a Selector Object each
 */
public record Step(
        String stepId,
        Optional<String> description,
        StepTarget target,
        List<Parameter> parameters,
        Optional<RequestBody> requestBody,
        List<Criterion> successCriteria,
        List<Action> onSuccess,
        List<Action> onFailure,
        Map<String, LocatedNode> outputs,
        Optional<Duration> timeout,
        List<String> dependsOn,
        LocatedNode source) {

    public Step {
        parameters = List.copyOf(parameters);
        successCriteria = List.copyOf(successCriteria);
        onSuccess = List.copyOf(onSuccess);
        onFailure = List.copyOf(onFailure);
        dependsOn = List.copyOf(dependsOn);
    }

    public Position position() {
        return source.position();
    }
}
