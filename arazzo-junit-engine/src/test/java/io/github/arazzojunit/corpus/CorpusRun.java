package io.github.arazzojunit.corpus;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.InvocationDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs documents through the engine and tells what became of each workflow. */
final class CorpusRun {

    /** A run with what the documents of one origin need in common. */
    private record Batch(String origin, Map<String, String> locations) {}

    private final Path corpus;
    private final Map<String, String> configuration;

    CorpusRun(Path corpus, Map<String, String> configuration) {
        this.corpus = corpus;
        this.configuration = configuration;
    }

    List<WorkflowVerdict> run(List<CorpusDocument> documents) {
        Map<Batch, List<CorpusDocument>> batches = documents.stream()
                .collect(Collectors.groupingBy(
                        document -> new Batch(document.origin(), document.locations()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return batches.entrySet().stream()
                .flatMap(batch -> run(batch.getKey(), batch.getValue()).stream())
                .toList();
    }

    private List<WorkflowVerdict> run(Batch batch, List<CorpusDocument> documents) {
        Map<String, String> parameters = new LinkedHashMap<>(configuration);
        batch.locations().forEach((source, location) -> parameters.put("arazzo.source." + source, location));
        DiscoverySelector[] selectors = documents.stream()
                .map(document -> selectFile(document.file().toFile()))
                .toArray(DiscoverySelector[]::new);
        List<Event> finished = EngineTestKit.engine("arazzo")
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(parameters)
                .execute()
                .allEvents()
                .filter(event -> event.getType() == EventType.FINISHED)
                .toList();
        return roots(finished).stream()
                .map(root -> verdict(
                        root,
                        finished.stream()
                                .filter(event ->
                                        event.getTestDescriptor().getUniqueId().hasPrefix(root.getUniqueId()))
                                .toList()))
                .toList();
    }

    /** Steps lose their parents when a workflow begins, so ids tell what belongs to which. */
    private static List<TestDescriptor> roots(List<Event> finished) {
        return finished.stream()
                .map(Event::getTestDescriptor)
                .filter(node -> node instanceof FailureDescriptor
                        || node instanceof WorkflowDescriptor workflow && !workflow.hasRows()
                        || node instanceof InvocationDescriptor)
                .toList();
    }

    private WorkflowVerdict verdict(TestDescriptor root, List<Event> events) {
        List<WorkflowVerdict.Red> reds = new ArrayList<>();
        boolean handled = false;
        for (Event event : events) {
            TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
            handled |= result.getStatus() == TestExecutionResult.Status.ABORTED;
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                reds.add(WorkflowVerdict.Red.of(
                        event.getTestDescriptor().getDisplayName(),
                        result.getThrowable().orElseThrow()));
            }
        }
        return root instanceof WorkflowRunDescriptor run
                ? new WorkflowVerdict(
                        corpus.relativize(Path.of(run.document().uri())).toString(),
                        run.workflow().workflowId(),
                        handled,
                        reds)
                : new WorkflowVerdict(
                        corpus.relativize(Path.of(root.getDisplayName())).toString(), "", handled, reds);
    }
}
