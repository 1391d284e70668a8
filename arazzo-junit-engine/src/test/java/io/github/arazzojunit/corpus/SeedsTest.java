package io.github.arazzojunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

/** Four real documents with the descriptions of their vendors, run with made stubs alone. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsTest {

    private static final Map<String, String> INPUTS = Map.ofEntries(
            Map.entry("appId", "app_1"),
            Map.entry("endpointId", "ep_1"),
            Map.entry("since", "2024-05-01T00:00:00Z"),
            Map.entry("integrationName", "invoices"),
            Map.entry("sourceName", "shop"),
            Map.entry("integrationLabel", "signed"),
            Map.entry("provider", "HMAC"),
            Map.entry("destinationName", "warehouse"),
            Map.entry("destinationUrl", "https://example.com/hooks"),
            Map.entry("connectionName", "shop-to-warehouse"));

    private List<Event> events = List.of();

    @BeforeAll
    void run() throws IOException {
        Path folder = Path.of(System.getProperty("shared.documents"), "seeds", "arazzo");
        Map<String, String> parameters = new HashMap<>();
        INPUTS.forEach((name, value) -> parameters.put("arazzo.inputs." + name, value));
        parameters.put("arazzo.stubs", "");
        try (Stream<Path> files = Files.list(folder)) {
            Events all = EngineTestKit.engine("arazzo")
                    .selectors(files.sorted()
                            .map(file -> selectFile(file.toFile()))
                            .toArray(DiscoverySelector[]::new))
                    .enableImplicitConfigurationParameters(false)
                    .configurationParameters(parameters)
                    .execute()
                    .allEvents();
            events = all.list();
        }
    }

    @Test
    void all_workflows_and_all_their_steps_are_green() {
        List<Event> finished = events.stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .toList();

        assertThat(finished)
                .filteredOn(event -> event.getTestDescriptor().isTest())
                .hasSize(14);
        assertThat(finished)
                .extracting(event -> event.getTestDescriptor().getDisplayName() + " "
                        + event.getRequiredPayload(TestExecutionResult.class))
                .allMatch(text -> text.contains("SUCCESSFUL"));
    }

    @Test
    void the_task_is_polled_until_it_is_finished() {
        List<String> attempts = events.stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .filter(event -> event.getTestDescriptor().getDisplayName().equals("pollTask"))
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(entry -> entry.containsKey("arazzo.attempt"))
                .map(entry -> entry.get("arazzo.attempt"))
                .toList();

        assertThat(attempts).containsExactly("1: 1 of 2 success criteria not met", "2: passed");
    }
}
