package io.github.arazzojunit.runner;

import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Source;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of {@code dependsOn} of a step, in one of its three spellings (STP-82).
 *
 * @param source name of the source description of another document
 * @param workflowId empty for the current workflow
 */
record StepReference(Optional<String> source, Optional<String> workflowId, String stepId) {

    private static final Pattern FOREIGN = Pattern.compile("\\$workflows\\.([^.]+)\\.steps\\.(.+)");
    private static final Pattern OUTSIDE = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\.(.+)\\.steps\\.(.+)");

    static StepReference of(String reference) {
        Matcher foreign = FOREIGN.matcher(reference);
        if (foreign.matches()) {
            return new StepReference(Optional.empty(), Optional.of(foreign.group(1)), foreign.group(2));
        }
        Matcher outside = OUTSIDE.matcher(reference);
        return outside.matches()
                ? new StepReference(Optional.of(outside.group(1)), Optional.of(outside.group(2)), outside.group(3))
                : new StepReference(Optional.empty(), Optional.empty(), reference);
    }

    /** Whether it names a step of this workflow. */
    boolean isIn(String workflow) {
        return source.isEmpty() && workflowId.map(workflow::equals).orElse(true);
    }

    /** Whether the step has been executed by now (STP-85). */
    boolean isExecuted(InvocationState state) {
        Invocation invocation = state.invocation();
        if (isIn(invocation.workflow().workflowId())) {
            return state.stepOutputs().containsKey(stepId);
        }
        return document(invocation.document())
                .flatMap(uri -> state.completed().find(uri, workflowId.orElseThrow()))
                .map(CompletedWorkflows.Entry::stepOutputs)
                .map(Map::keySet)
                .filter(executed -> executed.contains(stepId))
                .isPresent();
    }

    private Optional<URI> document(LinkedDocument current) {
        if (source.isEmpty()) {
            return Optional.of(current.document().uri());
        }
        return current.source(source.get())
                .filter(Source.Arazzo.class::isInstance)
                .map(arazzo -> ((Source.Arazzo) arazzo).document().document().uri());
    }
}
