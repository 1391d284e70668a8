package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;

/** What the document alone shows is known before anything runs, each finding once. */
class ValidationTest {

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(module.resolve("classes"));
        workspace.directory("classes");
    }

    @Test
    void all_that_validation_finds_fails_the_workflow_and_no_other_one() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - workflowId: broken
                          steps:
                            - stepId: a
                              operationId: read
                              successCriteria: [{condition: $statusCode === 200}]
                              onFailure: [{name: back, type: goto, stepId: b}]
                        - workflowId: whole
                          steps: [{stepId: a, operationId: read}]
                        """));
        List<TestDescriptor> nodes = nodes("arazzo.yaml");

        assertThat(nodes)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("arazzo.yaml", "broken", "a", "whole", "a");
        assertThat(((WorkflowDescriptor) nodes.get(1)).findings())
                .extracting(finding ->
                        finding.position().line() + ":" + finding.position().column() + " " + finding.rule())
                .containsExactly("9:28 condition-syntax", "10:46 unknown-step");
        assertThat(((WorkflowDescriptor) nodes.get(3)).findings()).isEmpty();
    }

    @Test
    void what_validation_warns_of_is_an_issue_once_however_many_selectors_reach_it() {
        Path file = workspace.file("classes/arazzo.yaml", withDoubleQuotes());
        EngineDiscoveryResults results = workspace.discoverWith(
                Map.of(),
                selectClasspathResource("arazzo.yaml"),
                selectFile(file.toFile()),
                selectFile(file.toFile(), org.junit.platform.engine.discovery.FilePosition.from(8)));

        assertThat(results.getDiscoveryIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message()).startsWith("arazzo.yaml:6:").contains("[double-quoted-string]");
            assertThat(issue.source())
                    .get()
                    .isInstanceOfSatisfying(
                            FileSource.class,
                            source -> assertThat(source.getPosition())
                                    .get()
                                    .extracting(FilePosition::getLine)
                                    .isEqualTo(6));
        });
    }

    @Test
    void what_validation_warns_of_is_an_error_under_strict_validation() {
        workspace.file("classes/arazzo.yaml", withDoubleQuotes());
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of("arazzo.validation", "strict"), selectClasspathResource("arazzo.yaml"));

        assertThat(Workspace.nodes(results))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .extracting(node -> ((WorkflowDescriptor) node).isBroken())
                .containsExactly(true, false);
        assertThat(results.getDiscoveryIssues()).isEmpty();
    }

    @Test
    void what_conforms_and_is_only_unlikely_stays_a_warning_under_strict_validation() {
        workspace.file("classes/arazzo.yaml", Workspace.document("""
                        - workflowId: one
                          steps:
                            - stepId: a
                              operationId: read
                              parameters: [{name: id, in: path, value: $inputs.id}]
                          inputs: {type: object, properties: {other: {type: string}}}
                        """));
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of("arazzo.validation", "strict"), selectClasspathResource("arazzo.yaml"));

        assertThat(results.getDiscoveryIssues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("[undeclared-input]"));
        assertThat(Workspace.nodes(results)).hasSize(3);
    }

    @Test
    void a_faulty_component_that_nothing_refers_to_fails_the_document_under_strict_validation_only() {
        workspace.file("classes/arazzo.yaml", """
                %s
                components:
                  successActions:
                    unused: {name: unused, type: end, because: nobody knows this field}
                """.formatted(Workspace.small("one")));

        assertThat(nodes("arazzo.yaml")).hasSize(3);
        assertThat(Workspace.nodes(workspace.discoverWith(
                        Map.of("arazzo.validation", "strict"), selectClasspathResource("arazzo.yaml"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .contains("'because'")
                                .contains("[unknown-field]"));
    }

    /** A missing description would show that discovery had asked for it. */
    @Test
    void discovery_loads_no_source() {
        workspace.file("classes/arazzo.yaml", Workspace.small("one"));
        EngineDiscoveryResults results = workspace.discoverWith(Map.of(), selectClasspathResource("arazzo.yaml"));

        assertThat(results.getDiscoveryIssues()).isEmpty();
        assertThat(Workspace.nodes(results)).hasSize(3);
    }

    private static String withDoubleQuotes() {
        return Workspace.document("""
                - workflowId: one
                  steps: [{stepId: a, operationId: read, successCriteria: [{condition: '$response.body#/a == "b"'}]}]
                - workflowId: two
                  steps: [{stepId: a, operationId: read}]
                """);
    }

    private List<TestDescriptor> nodes(String resource) {
        return workspace.nodes(selectClasspathResource(resource));
    }
}
