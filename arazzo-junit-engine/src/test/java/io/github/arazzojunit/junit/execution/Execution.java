package io.github.arazzojunit.junit.execution;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What an execution reported. */
record Execution(EngineExecutionResults results) {

    /** How each node below the engine ended, in that order: its name, its status and the reason of a skip. */
    List<String> ends() {
        return events().filter(event -> event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED)
                .filter(event -> event.getTestDescriptor().getParent().isPresent())
                .map(Execution::end)
                .toList();
    }

    /** As {@link #ends()}, without documents. */
    List<String> endsBelowDocuments() {
        return ends().stream().filter(line -> !line.contains(".arazzo.yaml ")).toList();
    }

    /** What happened, in order: type of event and name of node. */
    List<String> events(EventType... types) {
        return events().filter(event -> List.of(types).contains(event.getType()))
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** The only node with this name. */
    TestDescriptor node(String name) {
        List<TestDescriptor> found = events().map(Event::getTestDescriptor)
                .filter(node -> node.getDisplayName().equals(name))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("One node named '" + name + "' expected, but there are " + found);
        }
        return found.get(0);
    }

    /** Why the node with this name failed or was aborted. */
    Throwable failure(String name) {
        return events(name, EventType.FINISHED)
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + name + "' has no failure in " + ends()));
    }

    /** The report entries of the node with this name. */
    List<Map<String, String>> entries(String name) {
        return events(name, EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    /** The attachments of the node with this name. */
    List<FileEntry> files(String name) {
        return events(name, EventType.FILE_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(FileEntry.class))
                .toList();
    }

    Stream<Event> events() {
        return results.allEvents().stream();
    }

    private Stream<Event> events(String name, EventType type) {
        Predicate<Event> ofNode =
                event -> event.getTestDescriptor().getDisplayName().equals(name);
        return events().filter(ofNode).filter(event -> event.getType() == type);
    }

    private static String end(Event event) {
        String name = event.getTestDescriptor().getDisplayName();
        return event.getType() == EventType.SKIPPED
                ? name + " SKIPPED " + event.getRequiredPayload(String.class)
                : name + " "
                        + event.getRequiredPayload(TestExecutionResult.class).getStatus();
    }
}
