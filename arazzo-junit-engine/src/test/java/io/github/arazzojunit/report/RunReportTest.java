package io.github.arazzojunit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class RunReportTest {

    private static final String DOCUMENT = """
            arazzo: 1.0.1
            info: {title: Shop, version: 1.0.0}
            sourceDescriptions: [{name: shop, url: ./shop.openapi.yaml, type: openapi}]
            workflows:
              - workflowId: find-or-make
                steps:
                  - stepId: find
                    operationId: getOrder
                    parameters:
                      - {name: id, in: path, value: o-1}
                      - {name: api-key, in: header, value: hush-hush}
                    successCriteria: [{condition: $statusCode == 200}]
                    onFailure:
                      - {name: make-it, type: goto, stepId: make, criteria: [{condition: $statusCode == 404}]}
                      - {name: give-up, type: end}
                  - stepId: skipped
                    operationId: getOrder
                    parameters: [{name: id, in: path, value: o-2}]
                  - stepId: make
                    operationId: makeOrder
                    requestBody: {payload: {note: <b>bold</b>}}
                    successCriteria: [{condition: $statusCode == 201}]
              - workflowId: broken
                steps:
                  - stepId: only
                    operationId: getOrder
                    parameters: [{name: id, in: path, value: o-1}]
                    successCriteria: [{condition: $statusCode == 200}]
            """;

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop API, version: 1.0.0}
            paths:
              /orders/{id}:
                get:
                  operationId: getOrder
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: api-key, in: header, schema: {type: string}}
                    - {name: expand, in: query, schema: {type: string}}
                  responses:
                    '200': {description: found}
                    '404': {description: unknown}
              /orders:
                post:
                  operationId: makeOrder
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses:
                    '201': {description: made}
                delete:
                  operationId: dropOrders
                  responses:
                    '204': {description: dropped}
            """;

    private static final String SUMMARY = "2 workflows: 1 passed, 1 failed; 4 steps: 1 passed, 1 failed,"
            + " 1 handled by a failure action, 1 not reached; failed: 1 by their criteria";

    @TempDir
    Path module;

    private Path report;

    @BeforeEach
    void write() throws IOException {
        report = module.resolve("report");
        Files.writeString(module.resolve("shop.arazzo.yaml"), DOCUMENT);
        Files.writeString(module.resolve("shop.openapi.yaml"), DESCRIPTION);
        Path mappings = Files.createDirectories(module.resolve("stubs/mappings"));
        Files.writeString(
                mappings.resolve("get.json"),
                "{\"request\":{\"method\":\"GET\",\"urlPathPattern\":\"/orders/.+\"},\"response\":{\"status\":404}}");
        Files.writeString(
                mappings.resolve("make.json"),
                "{\"request\":{\"method\":\"POST\",\"url\":\"/orders\"},\"response\":{\"status\":201,"
                        + "\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\"{\\\"token\\\":\\\"quite-hidden\\\"}\"}}");
    }

    @Test
    void the_page_shows_every_workflow_and_step_with_its_verdict_and_what_explains_it() throws IOException {
        run(Map.of());

        assertThat(Files.readString(report.resolve("index.html")))
                .contains(SUMMARY)
                .contains("✔ find-or-make", "■ find", "↷ skipped", "✔ make")
                .contains("goto 'make-it' continues at step 'make'")
                .contains("✘ broken", "✘ only", "only: 1 of 1 success criterion not met")
                .contains("Shop API");
    }

    @Test
    void the_engine_sums_the_run_up_and_says_where_the_page_is() {
        assertThat(engineEntries(run(Map.of())))
                .containsExactly(
                        Map.of("arazzo.summary", SUMMARY),
                        Map.of("arazzo.report", report.resolve("index.html").toString()));
    }

    @Test
    void the_summary_tells_apart_what_contradicts_the_description_and_what_has_another_reason() throws IOException {
        Files.writeString(
                module.resolve("stubs/mappings/make.json"),
                "{\"request\":{\"method\":\"POST\",\"url\":\"/orders\"},\"response\":{\"status\":418}}");
        assertThat(engineEntries(run(Map.of())).get(0).get("arazzo.summary"))
                .endsWith("; failed: 1 by their criteria, 1 against a description");

        Files.writeString(
                module.resolve("stubs/mappings/get.json"),
                "{\"request\":{\"method\":\"GET\",\"urlPathPattern\":\"/orders/.+\"},"
                        + "\"response\":{\"fault\":\"EMPTY_RESPONSE\"}}");
        assertThat(engineEntries(run(Map.of())).get(0).get("arazzo.summary")).endsWith("; failed: 2 for other reasons");
    }

    private static List<Map<String, String>> engineEntries(EngineExecutionResults results) {
        return results.allEvents()
                .reportingEntryPublished()
                .filter(entry -> entry.getTestDescriptor().getParent().isEmpty())
                .map(entry -> entry.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                        .getKeyValuePairs())
                .toList();
    }

    @Test
    void the_exchanges_are_kept_as_an_http_archive() throws IOException {
        run(Map.of());

        JsonNode entries =
                Json.parse(Files.readString(report.resolve("exchanges.har"))).at("/log/entries");
        assertThat(entries).hasSize(3);
        assertThat(entries.get(1).at("/request/method").textValue()).isEqualTo("POST");
        assertThat(entries.get(1).at("/request/postData/text").textValue()).isEqualTo("{\"note\":\"<b>bold</b>\"}");
        assertThat(entries.get(1).at("/response/status").intValue()).isEqualTo(201);
        assertThat(entries.get(1).at("/comment").textValue()).isEqualTo("find-or-make › make");
    }

    @Test
    void secrets_reach_neither_page_nor_archive() throws IOException {
        run(Map.of());

        assertThat(Files.readString(report.resolve("exchanges.har")))
                .contains("***")
                .doesNotContain("hush-hush", "quite-hidden");
        assertThat(Files.readString(report.resolve("index.html"))).doesNotContain("hush-hush", "quite-hidden");
    }

    @Test
    void the_coverage_counts_operations_statuses_parameters_and_branches() throws IOException {
        run(Map.of());

        JsonNode coverage = Json.parse(Files.readString(report.resolve("coverage.json")));
        assertThat(coverage.at("/totals").toString())
                .isEqualTo("{\"operations\":{\"covered\":2,\"all\":3,\"percent\":66.7},"
                        + "\"statuses\":{\"covered\":2,\"all\":4,\"percent\":50.0},"
                        + "\"parameters\":{\"covered\":2,\"all\":3,\"percent\":66.7},"
                        + "\"branches\":{\"covered\":1,\"all\":2,\"percent\":50.0}}");
        JsonNode getOrder = coverage.at("/descriptions/0/operations/0");
        assertThat(getOrder.at("/operation").textValue()).isEqualTo("GET /orders/{id}");
        assertThat(getOrder.at("/statuses").toString()).isEqualTo("{\"200\":0,\"404\":2}");
        assertThat(getOrder.at("/parameters").toString())
                .isEqualTo("{\"path id\":2,\"header api-key\":1,\"query expand\":0}");
        assertThat(coverage.at("/workflows/0/branches/0").toString())
                .isEqualTo("{\"stepId\":\"find\",\"list\":\"onFailure\",\"action\":\"make-it\",\"taken\":1}");
    }

    @Test
    void too_little_coverage_is_a_failing_test_of_its_own() {
        run(Map.of("arazzo.coverage.operations.minimum", "66", "arazzo.coverage.statuses.minimum", "50.1"))
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("coverage of operations"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                displayName("coverage of statuses"),
                                finishedWithFailure(message("The run covered 2 of 4 (50.0 %) of all statuses, less than"
                                        + " the 50.1 % that 'arazzo.coverage.statuses.minimum' asks for. coverage.json"
                                        + " in the folder of the report lists what was not covered."))));
    }

    @Test
    void below_classes_the_coverage_of_all_is_judged_at_the_end_of_the_last_one() {
        EngineExecutionResults results = EngineTestKit.engine("arazzo")
                .configurationParameter("arazzo.report", report.toString())
                .configurationParameter(
                        "arazzo.documents", module.resolve("shop.arazzo.yaml").toString())
                .configurationParameter("arazzo.stubs", module.resolve("stubs").toString())
                .configurationParameter("arazzo.coverage.operations.minimum", "67")
                .selectors(selectClass(FirstClass.class), selectClass(SecondClass.class))
                .execute();

        assertThat(results.testEvents()
                        .failed()
                        .map(failed -> failed.getTestDescriptor().getUniqueId().toString())
                        .filter(id -> id.contains("coverage")))
                .containsExactly("[engine:arazzo]/[class:" + SecondClass.class.getName() + "]/[coverage:operations]");
    }

    @ArazzoTest
    static class FirstClass {}

    @ArazzoTest
    static class SecondClass {}

    @Test
    void coverage_is_judged_without_a_report() {
        run(Map.of("arazzo.report", "off", "arazzo.coverage.branches.minimum", "51"))
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("coverage of branches"), finishedWithFailure()));
        assertThat(report).doesNotExist();
    }

    @Test
    void a_key_for_something_that_has_no_coverage_is_refused() {
        run(Map.of("arazzo.coverage.operation.minimum", "50"))
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text -> text.contains(
                                        "'arazzo.coverage.operation.minimum' has the value '50', which is not valid.")
                                && text.contains("arazzo.coverage.operations.minimum")))));
    }

    @Test
    void a_run_of_single_nodes_leaves_no_report_and_is_not_held_to_the_minimum() {
        String document = module.resolve("shop.arazzo.yaml").toString();
        DiscoverySelector file = selectFile(document);
        String step = run(Map.of(), file)
                .allEvents()
                .started()
                .filter(started -> started.getTestDescriptor().getDisplayName().equals("make"))
                .map(started -> started.getTestDescriptor().getUniqueId().toString())
                .findFirst()
                .orElseThrow();
        Path other = module.resolve("other");
        int line = 1 + DOCUMENT.lines().toList().indexOf("      - stepId: make");

        List.of(
                        selectUniqueId(step),
                        selectFile(document, FilePosition.from(line)),
                        selectUri(module.resolve("shop.arazzo.yaml").toUri() + "?line=" + line))
                .forEach(selector -> run(
                                Map.of("arazzo.report", other.toString(), "arazzo.coverage.operations.minimum", "100"),
                                selector)
                        .testEvents()
                        .assertStatistics(tests -> tests.started(1).succeeded(1)));
        assertThat(other).doesNotExist();
    }

    @Test
    void a_report_that_cannot_be_written_fails_nothing_and_says_why() throws IOException {
        Path file = Files.writeString(module.resolve("file"), "");

        EngineExecutionResults results =
                run(Map.of("arazzo.report", file.resolve("report").toString()));

        results.testEvents().assertStatistics(tests -> tests.failed(1));
        assertThat(results.allEvents()
                        .reportingEntryPublished()
                        .map(entry -> entry.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                                .getKeyValuePairs()
                                .getOrDefault("arazzo.report", "")))
                .anyMatch(text -> text.startsWith("The report cannot be written to " + file)
                        && text.endsWith("Set 'arazzo.report' to another folder or to 'off'."));
    }

    private EngineExecutionResults run(Map<String, String> configuration) {
        return run(configuration, selectFile(module.resolve("shop.arazzo.yaml").toString()));
    }

    private EngineExecutionResults run(Map<String, String> configuration, DiscoverySelector selector) {
        return EngineTestKit.engine("arazzo")
                .configurationParameter("arazzo.report", report.toString())
                .configurationParameter("arazzo.stubs", module.resolve("stubs").toString())
                .configurationParameters(configuration)
                .selectors(selector)
                .execute();
    }
}
