package io.github.arazzojunit.expression;

/**
 * What runtime expressions can read at one moment of a run. Names are given as written in the expression; header names
 * are compared without case, all others with it (EXP-32). Methods that answer with a group of values (inputs, outputs)
 * yield a JSON object or {@link Evaluation.Missing}.
 */
public interface Scope {

    Evaluation url();

    Evaluation method();

    Evaluation statusCode();

    Evaluation self();

    Evaluation requestHeader(String name);

    Evaluation requestQuery(String name);

    Evaluation requestPath(String name);

    Evaluation requestBody();

    Evaluation responseHeader(String name);

    Evaluation responseBody();

    /** Inputs of the current workflow invocation. */
    Evaluation inputs();

    /** What {@code $outputs} means at this place (AMB-60). */
    Evaluation outputs();

    /** Outputs of the latest execution of a step of this invocation. */
    Evaluation stepOutputs(String stepId);

    /** Inputs of the latest invocation of a workflow in this run, the current one included. */
    Evaluation workflowInputs(String workflowId);

    /** Outputs of the latest completed invocation of a workflow in this run. */
    Evaluation workflowOutputs(String workflowId);

    /** Outputs of a step of the latest completed invocation of a workflow (AMB-23). */
    Evaluation workflowStepOutputs(String workflowId, String stepId);

    /** {@code $sourceDescriptions.<name>.<reference>} (EXP-23). */
    Evaluation sourceDescription(String name, String reference);

    /** {@code $components.<type>.<key>} as JSON (AMB-63). */
    Evaluation component(String type, String key);
}
