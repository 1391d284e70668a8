package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** What is wrong with a document becomes a failing test and keeps nothing else from running. */
class FindingsTest {

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(module.resolve("classes"));
        workspace.directory("classes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'arazzo: [1'                          | yaml-syntax",
                "''                                    | empty-file",
                "'[1, 2]'                              | root-not-object",
                "'arazzo: 3.0.0'                       | unsupported-version",
                "'{arazzo: 1.0.1, workflows: []}'      | missing-field",
            })
    void an_unreadable_or_invalid_document_is_one_failing_test_named_after_the_file(String content, String rule) {
        workspace.file("classes/bad.arazzo.yaml", content);
        List<TestDescriptor> nodes = nodes("bad.arazzo.yaml");

        assertThat(nodes).singleElement().isInstanceOfSatisfying(FailureDescriptor.class, failure -> {
            assertThat(failure.getDisplayName()).isEqualTo("bad.arazzo.yaml");
            assertThat(failure.getType()).isEqualTo(TestDescriptor.Type.TEST);
            assertThat(failure.message())
                    .startsWith("bad.arazzo.yaml cannot run, none of its workflows was started.")
                    .containsPattern("bad\\.arazzo\\.yaml:1:\\d+: .*\\[" + rule + "]");
            assertThat(failure.getSource()).get().isInstanceOf(FileSource.class);
        });
    }

    @Test
    void the_failing_test_fails_without_a_stack_trace_of_the_engine() {
        Path file = workspace.file("classes/bad.arazzo.yaml", "arazzo: 3.0.0");

        EngineTestKit.engine("arazzo")
                .selectors(selectFile(file.toFile()))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test(),
                                finishedWithFailure(
                                        instanceOf(AssertionFailedError.class),
                                        new org.assertj.core.api.Condition<>(
                                                thrown -> List.of(thrown.getStackTrace())
                                                        .equals(List.of(new StackTraceElement(
                                                                "arazzo", "document", "bad.arazzo.yaml", 1))),
                                                "only the place in the document as stack trace"))));
    }

    @Test
    void a_broken_document_keeps_no_other_one_from_running() {
        workspace.file("classes/a.arazzo.yaml", "arazzo: 3.0.0");
        workspace.file("classes/b.arazzo.yaml", Workspace.small("b"));
        EngineDiscoveryResults results = workspace.discoverWith(
                Map.of(), selectDirectory(module.resolve("classes").toFile()));

        assertThat(Workspace.ids(results))
                .containsExactly(
                        "[document:a.arazzo.yaml]",
                        "[document:b.arazzo.yaml]",
                        "[document:b.arazzo.yaml]/[workflow:b]",
                        "[document:b.arazzo.yaml]/[workflow:b]/[step:only]");
        assertThat(results.getDiscoveryIssues()).noneMatch(issue -> issue.severity() == Severity.ERROR);
    }

    @Test
    void an_error_inside_of_a_workflow_concerns_that_workflow_only() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - workflowId: broken
                          steps: [{stepId: a}]
                        - workflowId: whole
                          steps: [{stepId: a, operationId: read}]
                        """));

        assertThat(nodes("arazzo.yaml"))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .extracting(node -> ((WorkflowDescriptor) node).isBroken())
                .containsExactly(true, false);
    }

    @Test
    void a_broken_workflow_without_any_step_is_not_pruned() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - workflowId: broken
                          steps: []
                        - workflowId: whole
                          steps: [{stepId: a, operationId: read}]
                        """));

        assertThat(nodes("arazzo.yaml"))
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("arazzo.yaml", "broken", "whole", "a");
    }

    @Test
    void a_workflow_that_is_none_keeps_its_node() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - just text
                        - workflowId: whole
                          steps: [{stepId: a, operationId: read}]
                        """));
        List<TestDescriptor> nodes = nodes("arazzo.yaml");

        assertThat(nodes)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("arazzo.yaml", "workflows[0]", "whole", "a");
        assertThat(((WorkflowDescriptor) nodes.get(1)).isBroken()).isTrue();
    }

    @Test
    void workflows_of_the_same_id_keep_nodes_of_their_own() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - workflowId: same
                          steps: [{stepId: a, operationId: read}]
                        - workflowId: same
                          steps: [{stepId: b, operationId: read}]
                        """));

        assertThat(nodes("arazzo.yaml"))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .extracting(node -> ((WorkflowDescriptor) node).isBroken())
                .containsExactly(false, true);
    }

    @Test
    void a_warning_is_an_issue_with_its_place() {
        Path file = workspace.file("classes/arazzo.yaml", withUnknownField());
        EngineDiscoveryResults results = workspace.discoverWith(Map.of(), selectClasspathResource("arazzo.yaml"));

        assertThat(Workspace.nodes(results)).hasSize(3);
        assertThat(results.getDiscoveryIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message()).startsWith("arazzo.yaml:6:5: ").contains("sumary");
            assertThat(issue.source()).contains(FileSource.from(file.toFile(), FilePosition.from(6, 5)));
        });
    }

    @Test
    void a_warning_is_an_error_under_strict_validation() {
        workspace.file("classes/arazzo.yaml", withUnknownField());
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of("arazzo.validation", "strict"), selectClasspathResource("arazzo.yaml"));

        assertThat(Workspace.nodes(results))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .singleElement()
                .matches(node -> ((WorkflowDescriptor) node).isBroken());
        assertThat(results.getDiscoveryIssues()).isEmpty();
    }

    private static String withUnknownField() {
        return Workspace.document("""
                - workflowId: one
                  sumary: misspelled
                  steps: [{stepId: a, operationId: read}]
                """);
    }

    @Test
    void a_file_that_does_not_exist_is_a_failing_test() {
        assertThat(workspace.nodes(selectFile(module.resolve("gone.yaml").toString())))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message()).contains("There is no document at file:"));
    }

    @Test
    void a_resource_that_does_not_exist_is_a_failing_test() {
        assertThat(nodes("gone.arazzo.yaml"))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .contains("There is no document at 'gone.arazzo.yaml', neither on the class path nor"));
    }

    @Test
    void a_directory_without_documents_is_a_failing_test_that_says_what_was_searched() {
        Path empty = workspace.directory("empty");

        assertThat(workspace.nodes(selectDirectory(empty.toFile())))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .startsWith(
                                        "There is no Arazzo document in the directory " + empty + " and below it."));
    }

    @Test
    void SEC_04_a_document_above_the_limit_is_not_read() {
        workspace.file("classes/arazzo.yaml", Workspace.ORDERS);

        assertThat(Workspace.nodes(workspace.discoverWith(
                        Map.of("arazzo.limits.document-size", "100 B"), selectClasspathResource("arazzo.yaml"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message()).contains("[file-too-large]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{gone: {a: 1}}'                                        | no workflow 'gone'",
                "'[1]'                                                   | has to be an object",
                "'{'                                                     | arazzo.inputs.yaml:1:",
            })
    void inputs_that_cannot_be_used_fail_the_document(String inputs, String message) {
        workspace.file("classes/arazzo.yaml", Workspace.small("one"));
        workspace.file("classes/arazzo.inputs.yaml", inputs);

        assertThat(nodes("arazzo.yaml"))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .contains("arazzo.inputs.yaml:1:")
                                .contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{one: [{name: a, inputs: {}}, {name: a, inputs: {}}]}' | two rows named 'a'",
                "'{one: [{inputs: {}}]}'                                 | has no text 'name' or no object 'inputs'",
                "'{one: [{name: a}]}'                                    | has no text 'name' or no object 'inputs'",
                "'{one: []}'                                             | would not run at all",
                "'{one: text}'                                           | neither an object nor a list",
            })
    void inputs_of_a_workflow_that_cannot_be_used_fail_the_workflow(String inputs, String message) {
        workspace.file("classes/arazzo.yaml", Workspace.small("one"));
        workspace.file("classes/arazzo.inputs.yaml", inputs);

        assertThat(nodes("arazzo.yaml"))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        WorkflowDescriptor.class,
                        workflow -> assertThat(workflow.findings())
                                .singleElement()
                                .asString()
                                .contains("arazzo.inputs.yaml:1:", message, "The workflow cannot run."));
    }

    private List<TestDescriptor> nodes(String resource) {
        return workspace.nodes(selectClasspathResource(resource));
    }
}
