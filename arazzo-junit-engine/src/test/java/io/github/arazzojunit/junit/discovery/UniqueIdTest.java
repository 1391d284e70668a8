package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.arazzojunit.ArazzoTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** WF-07: what a report names can be selected again. */
class UniqueIdTest {

    private static final UniqueId ENGINE = UniqueId.forEngine("arazzo");
    private static final UniqueId DOCUMENT = ENGINE.append("document", "flows/orders.arazzo.yaml");
    private static final UniqueId WORKFLOW = DOCUMENT.append("workflow", "place-order");

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(module.resolve("classes"));
        workspace.file("classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        workspace.file("classes/rows/rows.arazzo.yaml", Workspace.document("""
                        - workflowId: 'many runs'
                          steps:
                            - {stepId: a, operationId: read}
                            - {stepId: b, operationId: read}
                        """));
        workspace.file("classes/rows/rows.arazzo.inputs.yaml", """
                many runs:
                  - {name: 'one [/] é', inputs: {x: 1}}
                  - {name: two, inputs: {x: 2}}
                """);
        workspace.file("classes/broken/arazzo.yaml", "arazzo: 3.0.0");
        workspace.file("classes/half/arazzo.yaml", Workspace.document("""
                        - just text
                        - workflowId: whole
                          steps: [{stepId: only, operationId: read}]
                        """));
        workspace.directory("empty");
    }

    @ArazzoTest({"classpath:flows", "classpath:rows", "classpath:broken", "classpath:half", "classpath:nowhere"})
    static class Everything {}

    @Test
    void every_node_below_a_class_is_found_again_by_its_id() {
        List<TestDescriptor> nodes = workspace.nodes(selectClass(Everything.class));

        assertThat(nodes).hasSize(22);
        assertRoundTrip(nodes);
    }

    @Test
    void every_node_of_a_document_is_found_again_by_its_id() {
        List<TestDescriptor> nodes = Stream.of("flows", "rows", "broken", "half")
                .map(folder -> selectDirectory(
                        module.resolve("classes").resolve(folder).toFile()))
                .flatMap(directory -> workspace.nodes(directory).stream())
                .toList();

        assertThat(nodes).hasSize(20);
        assertRoundTrip(nodes);
    }

    @Test
    void a_failure_for_an_empty_directory_is_found_again_by_its_id() {
        List<TestDescriptor> nodes =
                workspace.nodes(selectDirectory(module.resolve("empty").toFile()));

        assertThat(nodes).hasSize(1);
        assertRoundTrip(nodes);
    }

    @Test
    void a_document_outside_of_the_class_path_is_found_again_by_its_id() {
        List<TestDescriptor> nodes = workspace.nodes(selectFile(
                workspace.file("elsewhere/any.yaml", Workspace.small("one")).toFile()));

        assertThat(nodes).hasSize(3);
        assertRoundTrip(nodes);
    }

    @Test
    void a_document_in_an_archive_that_is_not_on_the_class_path_is_found_again_by_its_id() {
        Path jar = workspace.jar("any.jar", "in jar/arazzo.yaml", Workspace.small("one"));
        List<TestDescriptor> nodes =
                workspace.nodes(selectClasspathRoots(Set.of(jar)).get(0));

        assertThat(nodes).hasSize(3);
        assertRoundTrip(nodes);
    }

    @Test
    void a_step_comes_with_its_parents_and_without_its_siblings() {
        UniqueId step = WORKFLOW.append("step", "second");

        assertThat(workspace.nodes(selectUniqueId(step)))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(DOCUMENT, WORKFLOW, step);
    }

    @Test
    void the_id_of_a_further_visit_selects_the_step() {
        assertThat(workspace.nodes(selectUniqueId(WORKFLOW.append("step", "second (3)"))))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(DOCUMENT, WORKFLOW, WORKFLOW.append("step", "second"));
    }

    @Test
    void the_id_of_the_failure_of_a_workflow_selects_all_of_it() {
        assertThat(workspace.nodes(selectUniqueId(WORKFLOW.append("failure", "place-order"))))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactlyElementsOf(workspace.nodes(selectUniqueId(WORKFLOW)).stream()
                        .map(TestDescriptor::getUniqueId)
                        .toList())
                .hasSizeGreaterThan(3);
    }

    @Test
    void the_id_of_a_step_of_a_called_workflow_selects_the_calling_step() {
        UniqueId caller = DOCUMENT.append("workflow", "cancel-order").append("step", "third");

        assertThat(workspace.nodes(selectUniqueId(caller.append("step", "first"))))
                .extracting(TestDescriptor::getUniqueId)
                .last()
                .isEqualTo(caller);
    }

    @Test
    void the_id_below_a_transfer_selects_the_workflow_that_it_came_from() {
        assertThat(workspace.nodes(selectUniqueId(
                        WORKFLOW.append("workflow", "cancel-order").append("step", "third"))))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(
                        DOCUMENT, WORKFLOW, WORKFLOW.append("step", "first"), WORKFLOW.append("step", "second"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[engine:arazzo]/[document:flows%2Forders.arazzo.yaml]/[workflow:gone]",
                "[engine:arazzo]/[document:flows%2Forders.arazzo.yaml]/[workflow:place-order]/[step:gone]",
                "[engine:arazzo]/[class:no.such.Class]",
                "[engine:arazzo]/[failure:configuration]",
                "[engine:arazzo]/[step:first]",
            })
    void an_id_that_no_longer_exists_is_reported(String id) {
        var results = workspace.discoverWith(Map.of(), selectUniqueId(id));

        assertThat(Workspace.nodes(results).stream().filter(TestDescriptor::isTest))
                .isEmpty();
        assertThat(results.getDiscoveryIssues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("could not be resolved"));
    }

    @Test
    void the_id_of_a_document_that_is_gone_is_a_failing_test() {
        assertThat(workspace.nodes(selectUniqueId(ENGINE.append("document", "gone.arazzo.yaml"))))
                .singleElement()
                .matches(TestDescriptor::isTest);
    }

    @Test
    void the_id_of_another_engine_is_left_to_it() {
        assertThat(workspace.nodes(selectUniqueId("[engine:other]/[document:x]")))
                .isEmpty();
    }

    private void assertRoundTrip(List<TestDescriptor> nodes) {
        assertThat(nodes).allSatisfy(node -> {
            DiscoverySelector selector = selectUniqueId(node.getUniqueId());
            assertThat(workspace.nodes(selector))
                    .extracting(TestDescriptor::getUniqueId)
                    .containsExactlyElementsOf(nodes.stream()
                            .map(TestDescriptor::getUniqueId)
                            .filter(id -> id.hasPrefix(node.getUniqueId())
                                    || node.getUniqueId().hasPrefix(id))
                            .toList());
        });
    }
}
