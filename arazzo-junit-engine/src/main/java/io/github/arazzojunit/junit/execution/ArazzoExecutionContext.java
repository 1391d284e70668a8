package io.github.arazzojunit.junit.execution;

import io.github.arazzojunit.junit.config.ArazzoConfiguration;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node.DynamicTestExecutor;

/** What the nodes of one execution share. */
public final class ArazzoExecutionContext implements EngineExecutionContext {

    private final ArazzoConfiguration configuration;

    public ArazzoExecutionContext(ArazzoConfiguration configuration) {
        this.configuration = configuration;
    }

    public ArazzoConfiguration configuration() {
        return configuration;
    }

    /** Called before the run's node is executed. */
    public ArazzoExecutionContext prepare(WorkflowRunDescriptor run) {
        return this;
    }

    /** Executes the steps of one run. */
    public ArazzoExecutionContext run(WorkflowRunDescriptor run, DynamicTestExecutor executor) {
        return this;
    }

    /** Executes one step. */
    public ArazzoExecutionContext run(StepDescriptor step, DynamicTestExecutor executor) {
        return this;
    }
}
