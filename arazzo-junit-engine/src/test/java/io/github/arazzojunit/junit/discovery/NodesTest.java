package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.junit.descriptor.InvocationDescriptor;
import io.github.arazzojunit.junit.descriptor.StepDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowRunDescriptor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;

/** Section 5 of the design: what each node is and what it is called. */
class NodesTest {

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(module.resolve("target/test-classes"));
        workspace.directory("target/test-classes");
    }

    @Test
    void a_document_is_a_container_named_by_its_path() {
        Path file = workspace.file("target/test-classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        TestDescriptor document = nodes("flows/orders.arazzo.yaml").get(0);

        assertThat(document.getType()).isEqualTo(Type.CONTAINER);
        assertThat(document.getDisplayName()).isEqualTo("flows/orders.arazzo.yaml");
        assertThat(document.getLegacyReportingName()).isEqualTo("flows/orders.arazzo.yaml");
        assertThat(source(document)).isEqualTo(FileSource.from(file.toFile()));
        assertThat(mode(document)).isEqualTo(ExecutionMode.CONCURRENT);
    }

    @Test
    void a_workflow_is_a_concurrent_container_with_line_and_column() {
        Path file = workspace.file("target/test-classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        TestDescriptor workflow = nodes("flows/orders.arazzo.yaml").get(1);

        assertThat(workflow.getType()).isEqualTo(Type.CONTAINER);
        assertThat(workflow.getDisplayName()).isEqualTo("place-order");
        assertThat(workflow.getLegacyReportingName()).isEqualTo("flows/orders.arazzo.yaml/place-order");
        assertThat(source(workflow)).isEqualTo(FileSource.from(file.toFile(), FilePosition.from(10, 5)));
        assertThat(mode(workflow)).isEqualTo(ExecutionMode.CONCURRENT);
    }

    @Test
    void a_step_is_a_test_with_line_and_column_in_the_thread_of_its_workflow() {
        Path file = workspace.file("target/test-classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        TestDescriptor step = nodes("flows/orders.arazzo.yaml").get(3);

        assertThat(step.getType()).isEqualTo(Type.TEST);
        assertThat(step.getDisplayName()).isEqualTo("second");
        assertThat(step.getLegacyReportingName()).isEqualTo("second");
        assertThat(source(step)).isEqualTo(FileSource.from(file.toFile(), FilePosition.from(14, 9)));
        assertThat(mode(step)).isEqualTo(ExecutionMode.SAME_THREAD);
        assertThat(step.mayRegisterTests()).isFalse();
    }

    @Test
    void a_step_that_calls_a_workflow_may_contain_its_steps() {
        workspace.file("target/test-classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        TestDescriptor step = nodes("flows/orders.arazzo.yaml").get(5);

        assertThat(step.getType()).isEqualTo(Type.CONTAINER_AND_TEST);
        assertThat(step.mayRegisterTests()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "target/test-classes, src/test/resources",
        "target/classes, src/main/resources",
        "build/resources/test, src/test/resources",
        "build/resources/main, src/main/resources",
        "out/test/resources, src/test/resources",
        "out/production/resources, src/main/resources",
    })
    void the_source_of_a_copy_is_its_original(String copies, String originals) {
        Path copy = workspace.file(copies + "/flows/orders.arazzo.yaml", Workspace.ORDERS);
        Path original = workspace.file(originals + "/flows/orders.arazzo.yaml", Workspace.ORDERS);

        assertThat(workspace.nodes(selectFile(copy.toFile())))
                .extracting(NodesTest::source)
                .allMatch(source -> ((FileSource) source).getFile().equals(original.toFile()));
    }

    @Test
    void a_document_in_an_archive_has_a_resource_as_source() {
        workspace.onClassPath(workspace.jar("flows.jar", "in jar/arazzo.yaml", Workspace.small("jarred")));
        List<TestDescriptor> nodes = nodes("in jar/arazzo.yaml");

        assertThat(source(nodes.get(0))).isEqualTo(ClasspathResourceSource.from("in jar/arazzo.yaml"));
        assertThat(source(nodes.get(2))).isInstanceOfSatisfying(ClasspathResourceSource.class, source -> {
            assertThat(source.getClasspathResourceName()).isEqualTo("in jar/arazzo.yaml");
            assertThat(source.getPosition()).isPresent();
        });
    }

    @Test
    void workflows_that_depend_on_each_other_share_a_thread() {
        workspace.file("target/test-classes/arazzo.yaml", Workspace.document("""
                        - workflowId: later
                          dependsOn: [sooner]
                          steps: [{stepId: a, operationId: read}]
                        - workflowId: sooner
                          steps: [{stepId: a, operationId: read}]
                        """));

        assertThat(nodes("arazzo.yaml"))
                .filteredOn(WorkflowDescriptor.class::isInstance)
                .extracting(NodesTest::mode)
                .containsOnly(ExecutionMode.SAME_THREAD);
    }

    @Test
    void tags_are_inherited_down_to_the_steps() {
        workspace.file("target/test-classes/arazzo.yaml", """
                arazzo: 1.0.1
                x-junit-tags: [slow, nightly]
                info: {title: Title, version: 1.0.0, x-junit-tags: orders}
                sourceDescriptions: [{name: shop, url: ./shop.yaml, type: openapi}]
                workflows:
                  - workflowId: one
                    x-junit-tags: checkout
                    steps:
                      - stepId: plain
                        operationId: read
                      - stepId: tagged
                        operationId: read
                        x-junit-tags: [smoke]
                  - workflowId: two
                    steps: [{stepId: only, operationId: read}]
                """);
        List<TestDescriptor> nodes = nodes("arazzo.yaml");

        assertThat(tags(nodes.get(0))).containsExactlyInAnyOrder("slow", "nightly", "orders");
        assertThat(tags(nodes.get(1))).containsExactlyInAnyOrder("slow", "nightly", "orders", "checkout");
        assertThat(tags(nodes.get(2))).containsExactlyInAnyOrder("slow", "nightly", "orders", "checkout");
        assertThat(tags(nodes.get(3))).containsExactlyInAnyOrder("slow", "nightly", "orders", "checkout", "smoke");
        assertThat(tags(nodes.get(5))).containsExactlyInAnyOrder("slow", "nightly", "orders");
    }

    @Test
    void an_entry_that_is_no_tag_is_a_warning_with_its_place() {
        Path file = workspace.file("target/test-classes/arazzo.yaml", Workspace.document("""
                        - workflowId: one
                          x-junit-tags: [good, 'two words', 7]
                          steps: [{stepId: a, operationId: read}]
                        """));
        var results = workspace.discoverWith(Map.of(), selectClasspathResource("arazzo.yaml"));

        assertThat(tags(Workspace.nodes(results).get(1))).containsExactly("good");
        assertThat(results.getDiscoveryIssues()).hasSize(2).first().satisfies(issue -> {
            assertThat(issue.message())
                    .startsWith(
                            "arazzo.yaml:6:26: The entry \"two words\" of 'x-junit-tags' is no tag and is ignored.");
            assertThat(issue.source()).contains(FileSource.from(file.toFile(), FilePosition.from(6, 26)));
        });
    }

    @ArazzoTest("classpath:rows.arazzo.yaml")
    static class Rows {}

    private void writeRows() {
        workspace.file("target/test-classes/rows.arazzo.yaml", Workspace.document("""
                        - workflowId: many
                          steps: [{stepId: a, operationId: read}]
                        - workflowId: single
                          steps: [{stepId: a, operationId: read}]
                        - workflowId: bare
                          steps: [{stepId: a, operationId: read}]
                        """));
        workspace.file("target/test-classes/rows.arazzo.inputs.yaml", """
                many:
                  - name: small basket
                    inputs: {size: 1}
                  - name: large basket
                    inputs: {size: 100}
                single:
                  size: 7
                """);
    }

    @Test
    void each_named_row_of_inputs_is_a_run_of_its_own() {
        writeRows();
        List<TestDescriptor> nodes = nodes("rows.arazzo.yaml");

        assertThat(nodes)
                .filteredOn(InvocationDescriptor.class::isInstance)
                .extracting(
                        TestDescriptor::getDisplayName,
                        TestDescriptor::getLegacyReportingName,
                        node -> ((InvocationDescriptor) node)
                                .rowInputs()
                                .orElseThrow()
                                .json()
                                .toString(),
                        node -> node.getUniqueId().getLastSegment().getType())
                .containsExactly(
                        tuple("small basket", "rows.arazzo.yaml/many[small basket]", "{\"size\":1}", "invocation"),
                        tuple("large basket", "rows.arazzo.yaml/many[large basket]", "{\"size\":100}", "invocation"));
        assertThat(nodes).filteredOn(StepDescriptor.class::isInstance).hasSize(4);
    }

    @Test
    void a_run_stands_where_its_row_does() {
        writeRows();
        File inputs =
                module.resolve("target/test-classes/rows.arazzo.inputs.yaml").toFile();

        assertThat(nodes("rows.arazzo.yaml"))
                .filteredOn(InvocationDescriptor.class::isInstance)
                .extracting(NodesTest::source)
                .containsExactly(
                        FileSource.from(inputs, FilePosition.from(2, 5)),
                        FileSource.from(inputs, FilePosition.from(4, 5)));
    }

    @Test
    void inputs_without_rows_are_those_of_the_only_run() {
        writeRows();

        assertThat(nodes("rows.arazzo.yaml"))
                .filteredOn(node -> node instanceof WorkflowDescriptor workflow && !workflow.hasRows())
                .extracting(node -> ((WorkflowRunDescriptor) node)
                        .rowInputs()
                        .map(inputs -> inputs.json().toString())
                        .orElse("none"))
                .containsExactly("{\"size\":7}", "none");
    }

    @Test
    void steps_of_a_row_below_a_class_are_named_after_workflow_and_row() {
        writeRows();

        assertThat(workspace.nodes(selectClass(Rows.class)))
                .filteredOn(TestDescriptor::isTest)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("many › small basket › a", "many › large basket › a", "single › a", "bare › a");
    }

    @Test
    void further_visits_and_called_steps_have_ids_and_names_of_their_own() {
        writeRows();
        StepDescriptor step =
                (StepDescriptor) workspace.nodes(selectClass(Rows.class)).get(8);
        StepDescriptor called = step.called(step.document(), step.workflow(), step.step(), 1);

        assertThat(step.visit(2).getDisplayName()).isEqualTo("single › a (2)");
        assertThat(step.visit(2).getUniqueId())
                .isEqualTo(step.getUniqueId().removeLastSegment().append("step", "a (2)"));
        assertThat(called.getDisplayName()).isEqualTo("single › a › a");
        assertThat(called.getUniqueId()).isEqualTo(step.getUniqueId().append("step", "a"));
    }

    private List<TestDescriptor> nodes(String resource) {
        return workspace.nodes(selectClasspathResource(resource));
    }

    private static TestSource source(TestDescriptor node) {
        return node.getSource().orElseThrow();
    }

    private static ExecutionMode mode(TestDescriptor node) {
        return ((Node<?>) node).getExecutionMode();
    }

    private static List<String> tags(TestDescriptor node) {
        return node.getTags().stream().map(TestTag::getName).toList();
    }
}
