package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.WorkflowContext;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.launch.WorkflowRun;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A run of a workflow as methods of users see it. */
record RunContext(WorkflowRunDescriptor descriptor, WorkflowRun run) implements WorkflowContext {

    @Override
    public String workflowId() {
        return descriptor.workflow().workflowId();
    }

    @Override
    public URI document() {
        return descriptor.document().uri();
    }

    @Override
    public Optional<String> row() {
        return descriptor.rowName();
    }

    @Override
    public Map<String, Object> inputs() {
        return run.inputs();
    }

    @Override
    public String toString() {
        return workflowId() + row().map(row -> " [" + row + "]").orElse("");
    }
}
