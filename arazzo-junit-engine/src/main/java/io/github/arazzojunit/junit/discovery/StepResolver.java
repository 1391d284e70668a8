package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.InvocationSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.StepSelector;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes the nodes of steps. */
final class StepResolver implements SelectorResolver {

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        return selector instanceof StepSelector step ? resolve(step, context) : Resolution.unresolved();
    }

    private static Resolution resolve(StepSelector selector, Context context) {
        DiscoverySelector run = selector.row()
                .<DiscoverySelector>map(row -> new InvocationSelector(selector.workflow(), row))
                .orElse(selector.workflow());
        return context.addToParent(() -> run, parent -> descriptor(parent, selector.stepId()))
                .map(step -> Resolution.match(Match.exact(step)))
                .orElseGet(() -> WorkflowResolver.inheritedFailure(run, context));
    }

    private static Optional<StepDescriptor> descriptor(TestDescriptor parent, String stepId) {
        boolean onlyHoldsRuns = parent instanceof WorkflowDescriptor workflow && workflow.hasRows();
        return parent instanceof WorkflowRunDescriptor run && !onlyHoldsRuns
                ? run.workflow()
                        .step(stepId)
                        .or(() -> run.workflow().step(StepDescriptor.withoutVisit(stepId)))
                        .map(step -> StepDescriptor.of(run, step))
                : Optional.empty();
    }
}
