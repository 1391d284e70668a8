package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.junit.ArazzoTestEngine;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import io.github.arazzojunit.junit.descriptor.WorkflowDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;

/** How the configuration changes what a request gives. */
class RequestConfigurationTest {

    @TempDir
    Path module;

    private Workspace workspace;
    private DiscoverySelector all;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(module.resolve("classes"));
        workspace.file("classes/a.arazzo.yaml", Workspace.document("""
                        - workflowId: w1
                          dependsOn: [w3]
                          steps: [{stepId: s, operationId: read}]
                        - workflowId: w2
                          steps: [{stepId: s, operationId: read}]
                        - workflowId: w3
                          dependsOn: [w4, $sourceDescriptions.shop.other]
                          steps: [{stepId: s, operationId: read}]
                        - workflowId: w4
                          steps: [{stepId: s, operationId: read}]
                        - workflowId: w5
                          steps: [{stepId: s, operationId: read}]
                        """));
        workspace.file("classes/b.arazzo.yaml", Workspace.small("other"));
        all = selectDirectory(module.resolve("classes").toFile());
    }

    @ArazzoTest("classpath:a.arazzo.yaml")
    static class Flows {}

    @Test
    void WF_20_workflows_come_as_written_but_after_those_that_they_depend_on() {
        assertThat(workflows(Map.of())).containsExactly("w4", "w3", "w1", "w2", "w5", "other");
    }

    @Test
    void the_order_does_not_depend_on_the_selectors() {
        UniqueId document = UniqueId.forEngine("arazzo").append("document", "a.arazzo.yaml");
        EngineDiscoveryResults results = workspace.discoverWith(
                Map.of(),
                selectUniqueId(document.append("workflow", "w5")),
                selectUniqueId(document.append("workflow", "w1")),
                selectUniqueId(document.append("workflow", "w4")));

        assertThat(workflowsOf(results)).containsExactly("w4", "w1", "w5");
    }

    @Test
    void a_circle_of_prerequisites_ends() {
        workspace.file("classes/a.arazzo.yaml", Workspace.document("""
                        - workflowId: w1
                          dependsOn: [w2]
                          steps: [{stepId: s, operationId: read}]
                        - workflowId: w2
                          dependsOn: [w1]
                          steps: [{stepId: s, operationId: read}]
                        """));

        assertThat(workflows(Map.of())).containsExactly("w2", "w1", "other");
    }

    @Test
    void a_random_order_is_the_same_for_the_same_seed_and_respects_prerequisites() {
        List<List<String>> orders = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Map<String, String> random =
                    Map.of("arazzo.execution.order", "random", "arazzo.execution.order.random.seed", "" + seed);
            List<String> order = workflows(random);
            orders.add(order);
            assertThat(workflows(random)).isEqualTo(order);
            assertThat(order).containsSubsequence("w4", "w3", "w1");
        }
        assertThat(orders.stream().distinct().count()).isGreaterThan(5);
        assertThat(orders).anyMatch(order -> order.get(0).equals("other"));
    }

    @Test
    void the_seed_of_a_random_order_is_reported() {
        EngineDiscoveryResults results = workspace.discoverWith(Map.of("arazzo.execution.order", "random"), all);

        assertThat(results.getDiscoveryIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.INFO);
            assertThat(issue.message()).containsPattern("'arazzo.execution.order.random.seed' to -?\\d+\\.");
        });
    }

    @Test
    void a_filter_keeps_workflows_out() {
        assertThat(workflows(Map.of("arazzo.filter.workflow", "^w[12]$"))).containsExactly("w1", "w2");
    }

    @Test
    void a_filter_keeps_documents_out() {
        assertThat(workflows(Map.of("arazzo.filter.document", "^b\\."))).containsExactly("other");
    }

    @Test
    void a_suite_may_be_the_only_place_where_documents_are_found() {
        Map<String, String> onlySuites = Map.of("arazzo.discovery.as-root-engine", "false");
        UniqueId inSuite = UniqueId.forEngine("junit-platform-suite")
                .append("suite", "x.MySuite")
                .append("engine", "arazzo");
        TestDescriptor nested = new ArazzoTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(all)
                                .configurationParameters(onlySuites)
                                .build(),
                        inSuite);

        assertThat(workflows(onlySuites)).isEmpty();
        assertThat(nested.getChildren())
                .hasSize(2)
                .allMatch(child -> child.getUniqueId().hasPrefix(inSuite));
    }

    @Test
    void ids_inside_of_a_suite_are_found_again() {
        UniqueId inSuite = UniqueId.parse("[engine:junit-platform-suite]/[suite:x.MySuite]/[engine:arazzo]");
        UniqueId step = inSuite.append("document", "b.arazzo.yaml")
                .append("workflow", "other")
                .append("step", "only");
        workspace.onClassPath(module.resolve("classes"));

        TestDescriptor nested = workspace.withClassPath(() -> new ArazzoTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectUniqueId(step))
                                .build(),
                        inSuite));

        assertThat(nested.findByUniqueId(step)).isPresent();
    }

    @Test
    void a_value_that_is_not_valid_is_a_failing_test_instead_of_all_others() {
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of("arazzo.target", "production", "arazzo.limits.steps", "many"), all);

        assertThat(Workspace.nodes(results))
                .singleElement()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .contains("'arazzo.target' has the value 'production', which is not valid."
                                        + " Valid: one of 'stub', 'live'.")
                                .contains("'arazzo.limits.steps' has the value 'many'"));
    }

    @Test
    void a_value_that_is_not_valid_fails_below_the_class() {
        Map<String, String> bad = Map.of("arazzo.target", "production");
        List<TestDescriptor> nodes = Workspace.nodes(workspace.discoverWith(bad, selectClass(Flows.class)));
        UniqueId failure = nodes.get(1).getUniqueId();

        assertThat(nodes).hasSize(2);
        assertThat(Workspace.nodes(workspace.discoverWith(bad, selectUniqueId(failure))))
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(nodes.get(0).getUniqueId(), failure);
    }

    @Test
    void a_value_that_is_not_valid_does_not_concern_the_tests_of_other_engines() {
        EngineDiscoveryResults results = workspace.discoverWith(
                Map.of("arazzo.target", "production", "arazzo.tagret", "live"),
                selectClass(RequestConfigurationTest.class));

        assertThat(Workspace.nodes(results)).isEmpty();
        assertThat(results.getDiscoveryIssues()).isEmpty();
    }

    @Test
    void an_unknown_key_is_a_warning_with_the_nearest_one() {
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of("arazzo.tagret", "live"), selectClasspathResource("b.arazzo.yaml"));

        assertThat(results.getDiscoveryIssues())
                .extracting(DiscoveryIssue::severity, DiscoveryIssue::message)
                .contains(tuple(
                        Severity.WARNING,
                        "The configuration parameter 'arazzo.tagret' is unknown and has no effect."
                                + " Did you mean 'arazzo.target'?"));
    }

    private List<String> workflows(Map<String, String> configuration) {
        return workflowsOf(workspace.discoverWith(configuration, all));
    }

    private static List<String> workflowsOf(EngineDiscoveryResults results) {
        return Workspace.nodes(results).stream()
                .filter(WorkflowDescriptor.class::isInstance)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }
}
