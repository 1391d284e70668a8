package io.github.arazzojunit.runner;

import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Resolution;
import io.github.arazzojunit.source.WorkflowReferences;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Runs the workflows that others depend on, each once for all of them (WF-23, WF-25, WF-27, AMB-08, AMB-09). One that a
 * step has called, or that an action has executed, before in the same run is complete as well; for other runs it is not,
 * because what they mean must not hang on the inputs that this one passed. Not thread-safe: documents with dependencies
 * run in sequence.
 */
final class Prerequisites {

    private final Map<Key, Finished> finished = new HashMap<>();
    private final Set<Key> running = new LinkedHashSet<>();

    private record Key(URI document, String workflowId) {}

    private record Finished(WorkflowResult result, CompletedWorkflows values, boolean reported) {}

    /** Takes the result of a root; of several runs of one workflow a failed one counts. */
    void finished(Invocation invocation, WorkflowResult result, CompletedWorkflows values) {
        Key key = key(invocation.document(), invocation.workflow());
        Finished previous = finished.get(key);
        if (previous == null || previous.result().passed()) {
            finished.put(key, new Finished(result, values, invocation.cause() == Invocation.Cause.ROOT));
        }
    }

    /**
     * Makes sure that everything an invocation depends on has completed, and makes its values readable.
     *
     * @param runAsRoot runs a workflow and hands its result to {@link #finished}
     * @return the result of the invocation when a prerequisite prevents it
     */
    Optional<WorkflowResult> require(
            Invocation invocation, CompletedWorkflows readable, BiConsumer<LinkedDocument, Workflow> runAsRoot) {
        Workflow workflow = invocation.workflow();
        if (workflow.dependsOn().isEmpty()) {
            return Optional.empty();
        }
        Key self = key(invocation.document(), workflow);
        if (!running.add(self)) {
            return Optional.of(WorkflowResult.of(
                    WorkflowResult.Status.FAILED,
                    "Workflow '" + workflow.workflowId() + "' depends on itself: " + path() + "."));
        }
        try {
            for (String reference : workflow.dependsOn()) {
                Optional<WorkflowResult> prevented = require(invocation, reference, readable, runAsRoot);
                if (prevented.isPresent()) {
                    return prevented;
                }
            }
            return Optional.empty();
        } finally {
            running.remove(self);
        }
    }

    private Optional<WorkflowResult> require(
            Invocation invocation,
            String reference,
            CompletedWorkflows readable,
            BiConsumer<LinkedDocument, Workflow> runAsRoot) {
        Resolution<WorkflowReferences.Target> resolved = WorkflowReferences.resolve(
                invocation.document(),
                reference,
                invocation
                        .workflow()
                        .source()
                        .member("dependsOn")
                        .orElse(invocation.workflow().source()));
        if (resolved instanceof Resolution.NotFound<WorkflowReferences.Target> reason) {
            return Optional.of(WorkflowResult.of(
                    WorkflowResult.Status.FAILED, reason.finding().toString()));
        }
        WorkflowReferences.Target target = ((Resolution.Found<WorkflowReferences.Target>) resolved).target();
        Key key = key(target.document(), target.workflow());
        boolean failedBefore =
                finished.containsKey(key) && !finished.get(key).result().passed();
        if (!failedBefore && readable.hasPassed(key.document(), key.workflowId())) {
            return Optional.empty();
        }
        if (!finished.containsKey(key)) {
            runAsRoot.accept(target.document(), target.workflow());
        }
        Finished prerequisite = finished.get(key);
        if (!prerequisite.result().passed()) {
            return Optional.of(WorkflowResult.of(
                    prerequisite.reported() ? WorkflowResult.Status.ABORTED : WorkflowResult.Status.FAILED,
                    "Not executed, because workflow '" + reference + "', which it depends on, failed: "
                            + FailureMessage.summary(prerequisite.result())));
        }
        readable.addAll(prerequisite.values());
        return Optional.empty();
    }

    private String path() {
        List<String> ids = running.stream().map(Key::workflowId).toList();
        return String.join(" -> ", ids) + " -> " + ids.get(0);
    }

    private static Key key(LinkedDocument document, Workflow workflow) {
        return new Key(document.document().uri(), workflow.workflowId());
    }
}
