package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.document.DocumentParser;
import io.github.arazzojunit.document.ParsedDocument;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.InvocationDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.InvocationSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.StepSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Makes the nodes of workflows and of their runs with rows of inputs. */
final class WorkflowResolver implements SelectorResolver {

    private final DocumentParser parser;
    private final ArazzoConfiguration configuration;
    private final StepNames stepNames;

    WorkflowResolver(DocumentParser parser, ArazzoConfiguration configuration, StepNames stepNames) {
        this.parser = parser;
        this.configuration = configuration;
        this.stepNames = stepNames;
    }

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        if (selector instanceof WorkflowSelector workflow) {
            return resolve(workflow, context);
        }
        return selector instanceof InvocationSelector invocation
                ? resolve(invocation, context)
                : Resolution.unresolved();
    }

    private Resolution resolve(WorkflowSelector selector, Context context) {
        ParsedDocument parsed = parser.parse(selector.document().file());
        if (parsed.cannotRun()) {
            return inheritedFailure(selector.document(), context);
        }
        return parsed.document().orElseThrow().workflow(selector.workflowId()).stream()
                .filter(this::isWanted)
                .flatMap(
                        workflow -> context
                                .addToParent(
                                        selector::document, parent -> descriptor(parent, workflow, parsed, selector))
                                .stream())
                .map(descriptor -> Resolution.match(Match.exact(descriptor, () -> contentOf(selector, descriptor))))
                .findFirst()
                .orElseGet(Resolution::unresolved);
    }

    private boolean isWanted(Workflow workflow) {
        return configuration
                .workflowFilter()
                .map(filter -> filter.matcher(workflow.workflowId()).find())
                .orElse(true);
    }

    private Optional<WorkflowDescriptor> descriptor(
            TestDescriptor parent, Workflow workflow, ParsedDocument parsed, WorkflowSelector selector) {
        return Optional.of(new WorkflowDescriptor(
                (DocumentDescriptor) parent,
                workflow,
                parsed.errorsOf(workflow),
                parsed.inputsOf(workflow),
                stepNames.prefix(selector)));
    }

    private static Set<DiscoverySelector> contentOf(WorkflowSelector selector, WorkflowDescriptor descriptor) {
        Set<DiscoverySelector> content = new LinkedHashSet<>();
        if (descriptor.hasRows()) {
            descriptor.rows().forEach(row -> content.add(new InvocationSelector(selector, row.name())));
        } else {
            content.addAll(
                    steps(selector, Optional.empty(), descriptor.workflow().steps()));
        }
        return content;
    }

    private static Set<DiscoverySelector> steps(WorkflowSelector workflow, Optional<String> row, List<Step> steps) {
        Set<DiscoverySelector> selectors = new LinkedHashSet<>();
        steps.forEach(step -> selectors.add(new StepSelector(workflow, row, step.stepId())));
        return selectors;
    }

    private static Resolution resolve(InvocationSelector selector, Context context) {
        return context.addToParent(
                        selector::workflow,
                        parent -> parent instanceof WorkflowDescriptor workflow
                                ? descriptor(workflow, selector.row())
                                : Optional.empty())
                .map(invocation -> Resolution.match(Match.exact(
                        invocation,
                        () -> steps(
                                selector.workflow(),
                                Optional.of(selector.row()),
                                invocation.workflow().steps()))))
                .orElseGet(() -> inheritedFailure(selector.workflow(), context));
    }

    /** What was selected inside of a document that cannot run is the failing test of that document. */
    static Resolution inheritedFailure(DiscoverySelector parent, Context context) {
        return context.resolve(parent)
                .filter(FailureDescriptor.class::isInstance)
                .map(failure -> Resolution.match(Match.exact(failure)))
                .orElseGet(Resolution::unresolved);
    }

    private static Optional<InvocationDescriptor> descriptor(WorkflowDescriptor workflow, String row) {
        return workflow.rows().stream()
                .filter(candidate -> candidate.name().equals(row))
                .map(candidate -> new InvocationDescriptor(workflow, candidate))
                .findFirst();
    }
}
