package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs of failure actions, {@code arazzo.stubs.branches=all}. */
class BranchesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /pets:
                    get:
                      operationId: getPet
                      responses:
                        '200': {description: the pet}
                        '404': {description: no pet}
                        '503': {description: too busy}
                    post: {operationId: addPet, responses: {'201': {description: added}}}
                """);
    }

    @Test
    void every_failure_action_gets_a_run_in_which_it_is_taken() {
        assertThat(run("""
                - stepId: get
                  operationId: getPet
                  successCriteria: [{condition: $statusCode == 200}]
                  onFailure:
                    - {name: again, type: retry, retryLimit: 2, criteria: [{condition: $statusCode == 503}]}
                    - {name: create, type: goto, stepId: add, criteria: [{condition: $statusCode == 404}]}
                    - {name: stop, type: end}
                  onSuccess: [{name: done, type: end}]
                - stepId: add
                  operationId: addPet
                """))
                .containsExactly(
                        "without failure/get SUCCESSFUL",
                        "without failure/add SKIPPED",
                        "without failure SUCCESSFUL",
                        "get fails, again/get SUCCESSFUL",
                        "get fails, again/add SKIPPED",
                        "get fails, again SUCCESSFUL",
                        "get fails, create/get ABORTED",
                        "get fails, create/add SUCCESSFUL",
                        "get fails, create SUCCESSFUL",
                        "get fails, stop/get ABORTED",
                        "get fails, stop/add SKIPPED",
                        "get fails, stop SUCCESSFUL");
    }

    @Test
    void ACT_10_the_failure_actions_of_the_workflow_count_for_each_step() {
        assertThat(run("""
                - {stepId: get, operationId: getPet}
                """, "failureActions: [{name: stop, type: end, criteria: [{condition: $statusCode >= 500}]}]"))
                .containsExactly(
                        "without failure/get SUCCESSFUL",
                        "without failure SUCCESSFUL",
                        "get fails, stop/get ABORTED",
                        "get fails, stop SUCCESSFUL");
    }

    @Test
    void a_branch_for_which_nothing_is_documented_is_red_and_says_so() {
        List<String> messages = new ArrayList<>();
        assertThat(run("""
                - stepId: add
                  operationId: addPet
                  onFailure: [{name: again, type: retry, criteria: [{condition: $statusCode == 503}]}]
                """, "", messages)).contains("without failure SUCCESSFUL", "add fails, again/add FAILED");
        assertThat(messages)
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("The branch was not reached")
                        .contains("takes 'again' (a.arazzo.yaml:10:")
                        .contains("documented are 201 (api.yaml:11:"));
    }

    @Test
    void a_branch_of_a_step_that_is_never_executed_is_red() {
        List<String> messages = new ArrayList<>();
        assertThat(run("""
                - {stepId: get, operationId: getPet, onSuccess: [{name: done, type: end}]}
                - stepId: second
                  operationId: getPet
                  onFailure: [{name: again, type: retry}]
                """, "", messages)).contains("without failure SUCCESSFUL", "second fails, again FAILED");
        assertThat(messages).singleElement().asString().contains("did not take the action 'again'");
    }

    @Test
    void an_end_after_the_failure_of_another_step_leaves_a_branch_red() {
        assertThat(run("""
                - {stepId: get, operationId: getPet, onFailure: [{name: again, type: retry}]}
                - stepId: second
                  operationId: getPet
                  successCriteria: [{condition: 1 == 2}]
                  onFailure: [{name: stop, type: end}]
                """))
                .contains(
                        "without failure/second FAILED",
                        "get fails, again/get SUCCESSFUL",
                        "get fails, again/second FAILED",
                        "second fails, stop/second ABORTED");
    }

    @Test
    void what_always_ends_the_step_keeps_the_actions_behind_it_from_running() {
        assertThat(run("""
                - stepId: get
                  operationId: getPet
                  onFailure: [{name: stop, type: end}, {name: never, type: retry}]
                """)).noneMatch(line -> line.contains("never")).anyMatch(line -> line.contains("stop"));
    }

    @Test
    void an_answer_of_the_user_stands_back_only_while_the_step_has_to_fail() throws IOException {
        Files.createDirectories(folder.resolve("stubs/mappings"));
        Files.writeString(
                folder.resolve("stubs/mappings/pet.json"),
                "{\"request\": {\"method\": \"GET\", \"url\": \"/pets\"}, \"response\": {\"status\": 200}}");

        assertThat(run("""
                - {stepId: get, operationId: getPet, onFailure: [{name: again, type: retry}]}
                """))
                .containsExactly(
                        "without failure/get SUCCESSFUL",
                        "without failure SUCCESSFUL",
                        "get fails, again/get SUCCESSFUL",
                        "get fails, again SUCCESSFUL");
    }

    @Test
    void AMB_14_workflows_that_hand_over_to_each_other_end_at_the_limit_of_steps() throws IOException {
        Files.writeString(folder.resolve("a.arazzo.yaml"), document("""
                - {stepId: get, operationId: getPet, onSuccess: [{name: on, type: goto, workflowId: w}]}
                """, ""));

        assertThat(execute(Map.of("arazzo.limits.steps", "300")).stream()
                        .filter(event -> event.getType() == EventType.FINISHED)
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .flatMap(result -> result.getThrowable().stream()))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("was stopped after 300 step visits"));
    }

    private List<String> run(String steps) {
        return run(steps, "");
    }

    private List<String> run(String steps, String more) {
        return run(steps, more, new ArrayList<>());
    }

    private List<String> run(String steps, String more, List<String> messages) {
        try {
            Files.writeString(folder.resolve("a.arazzo.yaml"), document(steps, more));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        List<String> lines = new ArrayList<>();
        for (Event event : execute(Map.of("arazzo.stubs.branches", "all"))) {
            String id = event.getTestDescriptor().getUniqueId().toString();
            int invocation = id.indexOf("/[invocation:");
            if (invocation < 0 || event.getType() != EventType.FINISHED && event.getType() != EventType.SKIPPED) {
                continue;
            }
            String name = URLDecoder.decode(id.substring(invocation + 13).replace("%20", "+"), StandardCharsets.UTF_8)
                    .replace("]/[step:", "/")
                    .replaceFirst("]$", "");
            if (event.getType() == EventType.SKIPPED) {
                lines.add(name + " SKIPPED");
                continue;
            }
            TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
            lines.add(name + " " + result.getStatus());
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                messages.add(result.getThrowable().orElseThrow().getMessage());
            }
        }
        return lines;
    }

    private static String document(String steps, String more) {
        return """
                arazzo: 1.0.1
                info: {title: T, version: '1'}
                sourceDescriptions: [{name: api, url: api.yaml, type: openapi}]
                workflows:
                  - workflowId: w
                    %s
                    steps:
                """.formatted(more) + steps.indent(6);
    }

    private List<Event> execute(Map<String, String> configuration) {
        Path stubs = folder.resolve("stubs");
        return EngineTestKit.engine("arazzo")
                .selectors(selectFile(folder.resolve("a.arazzo.yaml").toFile()))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("arazzo.stubs", Files.exists(stubs) ? stubs.toString() : "classpath:stubs")
                .configurationParameter("arazzo.report", "off")
                .configurationParameters(configuration)
                .execute()
                .allEvents()
                .list();
    }
}
