package io.github.arazzojunit.junit.discovery;

import io.github.arazzojunit.document.DocumentPaths;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.CoverageDescriptor;
import io.github.arazzojunit.junit.descriptor.DocumentDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.InvocationDescriptor;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.discovery.ElementSelector.DocumentSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.InvocationSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.StepSelector;
import io.github.arazzojunit.junit.discovery.ElementSelector.WorkflowSelector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Resolves unique ids of every depth. The id of a node that only exists during execution, a further visit of a step or
 * a step of a called workflow, selects the static node that it came from.
 */
final class UniqueIdResolver implements SelectorResolver {

    private final UniqueId engineId;
    private final DocumentPaths paths;
    private final Failures failures;

    UniqueIdResolver(UniqueId engineId, DocumentPaths paths, Failures failures) {
        this.engineId = engineId;
        this.paths = paths;
        this.failures = failures;
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId uniqueId = selector.getUniqueId();
        if (!uniqueId.hasPrefix(engineId)) {
            return Resolution.unresolved();
        }
        List<Segment> segments = uniqueId.getSegments();
        Optional<DiscoverySelector> selected = Optional.empty();
        int first = engineId.getSegments().size();
        for (int i = first; i < segments.size() && !isDynamic(selected, segments.get(i)); i++) {
            selected = i == first ? first(segments.get(i)) : next(selected, segments.get(i));
        }
        return selected.filter(element -> exists(element, context))
                .map(element -> Resolution.selectors(Set.of(element)))
                .orElseGet(Resolution::unresolved);
    }

    /** Below a step stand the steps that it called, below a run the workflows that it went to, and its own failure. */
    private static boolean isDynamic(Optional<DiscoverySelector> parent, Segment segment) {
        boolean inStep = parent.filter(StepSelector.class::isInstance).isPresent();
        boolean inDocument = parent.filter(DocumentSelector.class::isInstance).isPresent();
        boolean inRun = parent.filter(
                        selector -> selector instanceof WorkflowSelector || selector instanceof InvocationSelector)
                .isPresent();
        return inStep
                || !inDocument && segment.getType().equals(WorkflowDescriptor.SEGMENT_TYPE)
                || inRun && segment.getType().equals(FailureDescriptor.SEGMENT_TYPE);
    }

    /** Asked here and now, so that an id that no longer exists is reported instead of running nothing. */
    private static boolean exists(DiscoverySelector element, Context context) {
        return element instanceof DirectorySelector || context.resolve(element).isPresent();
    }

    private Optional<DiscoverySelector> first(Segment segment) {
        String value = segment.getValue();
        return switch (segment.getType()) {
            case ClassDescriptor.SEGMENT_TYPE ->
                ReflectionSupport.tryToLoadClass(value).toOptional().map(DiscoverySelectors::selectClass);
            case DocumentDescriptor.SEGMENT_TYPE -> Optional.of(DocumentSelector.of(paths.withPath(value)));
            case FailureDescriptor.SEGMENT_TYPE -> failures.withName(value);
            default -> Optional.empty();
        };
    }

    private Optional<DiscoverySelector> next(Optional<DiscoverySelector> parent, Segment segment) {
        return parent.flatMap(selector -> {
            if (selector instanceof ClassSelector testClass) {
                return inClass(testClass.getJavaClass(), segment);
            }
            if (selector instanceof DocumentSelector document) {
                return inDocument(document, segment);
            }
            if (selector instanceof WorkflowSelector workflow) {
                return inWorkflow(workflow, segment);
            }
            if (selector instanceof InvocationSelector invocation) {
                return step(invocation.workflow(), Optional.of(invocation.row()), segment);
            }
            return Optional.empty();
        });
    }

    private Optional<DiscoverySelector> inClass(Class<?> testClass, Segment segment) {
        return switch (segment.getType()) {
            case DocumentDescriptor.SEGMENT_TYPE ->
                Optional.of(new DocumentSelector(Optional.of(testClass), paths.withPath(segment.getValue())));
            case FailureDescriptor.SEGMENT_TYPE -> failures.withName(testClass, segment.getValue());
            // Only the whole class can be measured again.
            case CoverageDescriptor.SEGMENT_TYPE -> Optional.of(DiscoverySelectors.selectClass(testClass));
            default -> Optional.empty();
        };
    }

    private static Optional<DiscoverySelector> inDocument(DocumentSelector document, Segment segment) {
        return WorkflowDescriptor.SEGMENT_TYPE.equals(segment.getType())
                ? Optional.of(new WorkflowSelector(document, segment.getValue()))
                : Optional.empty();
    }

    private static Optional<DiscoverySelector> inWorkflow(WorkflowSelector workflow, Segment segment) {
        return InvocationDescriptor.SEGMENT_TYPE.equals(segment.getType())
                ? Optional.of(new InvocationSelector(workflow, segment.getValue()))
                : step(workflow, Optional.empty(), segment);
    }

    private static Optional<DiscoverySelector> step(WorkflowSelector workflow, Optional<String> row, Segment segment) {
        return StepDescriptor.SEGMENT_TYPE.equals(segment.getType())
                ? Optional.of(new StepSelector(workflow, row, segment.getValue()))
                : Optional.empty();
    }
}
