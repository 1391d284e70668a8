package io.github.arazzojunit.junit.validity;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What an execution reported. */
record Outcome(EngineExecutionResults results) {

    private static final String WARNING = "arazzo.warning";

    /** How each node below the documents ended, in that order: its name, its status or the reason of the skip. */
    List<String> ends() {
        return events(EventType.FINISHED, EventType.SKIPPED)
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().getSegments().size() > 2)
                .map(Outcome::end)
                .toList();
    }

    private static String end(Event event) {
        String name = event.getTestDescriptor().getDisplayName();
        return event.getType() == EventType.SKIPPED
                ? name + " SKIPPED " + event.getRequiredPayload(String.class)
                : name + " "
                        + event.getRequiredPayload(TestExecutionResult.class).getStatus();
    }

    /** Why the node with this name failed or was aborted. */
    String message(String name) {
        return events(EventType.FINISHED)
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(name))
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElseThrow(() -> new AssertionError("'" + name + "' has no failure in " + ends()));
    }

    /** The node and the text of each warning. */
    List<String> warnings() {
        return events(EventType.REPORTING_ENTRY_PUBLISHED)
                .filter(event -> entry(event).getKeyValuePairs().containsKey(WARNING))
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + entry(event).getKeyValuePairs().get(WARNING))
                .toList();
    }

    /** The values of all report entries with this key, in order. */
    List<String> values(String key) {
        return events(EventType.REPORTING_ENTRY_PUBLISHED)
                .flatMap(event ->
                        Stream.ofNullable(entry(event).getKeyValuePairs().get(key)))
                .toList();
    }

    private static ReportEntry entry(Event event) {
        return event.getRequiredPayload(ReportEntry.class);
    }

    private Stream<Event> events(EventType... types) {
        return results.allEvents().stream().filter(event -> List.of(types).contains(event.getType()));
    }
}
