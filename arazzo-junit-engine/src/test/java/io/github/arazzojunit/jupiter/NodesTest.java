package io.github.arazzojunit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.jupiter.Report.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineTestKit;

class NodesTest {

    @ArazzoTest("classpath:jupiter/orders.yaml")
    static class EngineCase {}

    @ExtendWith(ArazzoExtension.class)
    static class AllCase {
        @TestFactory
        Stream<DynamicNode> workflows(Arazzo arazzo) {
            return arazzo.document("jupiter/orders.yaml").nodes();
        }
    }

    @Test
    void names_statuses_places_and_messages_are_those_below_a_class_of_the_engine() {
        List<Node> expected = Report.ofEngine(EngineCase.class)
                .withoutHolders("NodesTest$EngineCase", "EngineCase", "jupiter/orders.yaml");

        List<Node> actual = Report.ofClass(AllCase.class).withoutHolders("NodesTest$AllCase", "workflows(Arazzo)");

        assertThat(actual.stream().map(Node::explained))
                .containsExactlyElementsOf(
                        expected.stream().map(Node::explained).toList());
        assertThat(actual.stream().map(Node::line))
                .containsExactlyElementsOf(expected.stream().map(Node::line).toList());
    }

    @ArazzoTest("classpath:jupiter/chain.yaml")
    static class EngineChainCase {}

    @ExtendWith(ArazzoExtension.class)
    static class ChainCase {
        @TestFactory
        Stream<DynamicNode> workflows(Arazzo arazzo) {
            return arazzo.document("jupiter/chain.yaml").nodes("send", "look-twice");
        }
    }

    @Test
    void a_chain_of_gotos_between_workflows_has_the_tree_of_the_engine() {
        List<String> expected = Report.ofEngine(EngineChainCase.class, "arazzo.filter.workflow", "^(send|look-twice)$")
                .withoutHolders("NodesTest$EngineChainCase", "EngineChainCase", "jupiter/chain.yaml")
                .stream()
                .map(NodesTest::below)
                .toList();

        List<String> actual =
                Report.ofClass(ChainCase.class).withoutHolders("NodesTest$ChainCase", "workflows(Arazzo)").stream()
                        .map(NodesTest::below)
                        .toList();

        assertThat(actual)
                .containsExactlyInAnyOrderElementsOf(expected)
                .contains("send / goto wait", "send / goto pause", "send / goto wait (2)");
    }

    private static String below(Node node) {
        boolean top = node.parent().equals("workflows(Arazzo)") || node.parent().equals("jupiter/chain.yaml");
        return (top ? "" : node.parent() + " / ") + node.name();
    }

    @Test
    void no_two_tests_of_a_workflow_share_a_name_however_control_came_to_them() {
        assertThat(Report.ofClass(ChainCase.class).nodes().stream()
                        .map(Node::name)
                        .filter(name -> name.contains(" › ")))
                .doesNotHaveDuplicates()
                .contains(
                        "send › wait › look",
                        "send › goto wait › look",
                        "send › goto wait (2) › look",
                        "look-twice › first › goto rest › look",
                        "look-twice › second › goto rest › look");
    }

    @ExtendWith(ArazzoExtension.class)
    static class NamesCase {
        private final Arazzo injected;

        NamesCase(Arazzo arazzo) {
            this.injected = arazzo;
        }

        @TestFactory
        Stream<DynamicNode> down(Arazzo arazzo) {
            return order(arazzo.document("jupiter/orders.yaml").server("shop", "http://localhost:1"));
        }

        @TestFactory
        Stream<DynamicNode> up() {
            return order(injected.document("jupiter/orders.yaml"));
        }

        @TestFactory
        Stream<DynamicNode> servers(Arazzo arazzo) {
            Arazzo.Document document = arazzo.document("jupiter/orders.yaml");
            return Stream.of(document.server("shop", "http://localhost:1"), document)
                    .flatMap(NamesCase::order);
        }

        @TestFactory
        Stream<DynamicNode> servers(Arazzo arazzo, TestInfo info) {
            return Stream.of("jupiter/orders.yaml", "jupiter/same-names.yaml")
                    .map(arazzo::document)
                    .flatMap(NamesCase::order);
        }

        @TestFactory
        Stream<DynamicNode> broken(Arazzo arazzo) {
            return arazzo.document("jupiter/broken.yaml").nodes();
        }

        @TestFactory
        Stream<DynamicNode> alsoBroken(Arazzo arazzo) {
            return arazzo.document("jupiter/broken.yaml").nodes();
        }

        private static Stream<DynamicNode> order(Arazzo.Document document) {
            return document.input("place-order", "customerId", 7).nodes("place-order");
        }
    }

    /** Surefire knows a dynamic test by its class and its own name alone: a rerun takes two of one name for one test. */
    @Test
    void tests_of_two_factories_servers_or_documents_never_share_a_name() {
        Report report = Report.ofClass(NamesCase.class);

        assertThat(report.nodes().stream()
                        .filter(node -> node.name().contains(" › "))
                        .map(Node::toString))
                .containsExactlyInAnyOrder(
                        "down › place-order › create: failed",
                        "down › place-order › read: aborted",
                        "up › place-order › create: successful",
                        "up › place-order › read: successful",
                        "servers(Arazzo) › place-order › create: failed",
                        "servers(Arazzo) › place-order › read: aborted",
                        "servers(Arazzo) › place-order (2) › create: successful",
                        "servers(Arazzo) › place-order (2) › read: successful",
                        "servers(Arazzo, TestInfo) › place-order › create: successful",
                        "servers(Arazzo, TestInfo) › place-order › read: successful",
                        "servers(Arazzo, TestInfo) › jupiter/same-names.yaml › place-order › create: successful",
                        "jupiter/same-names.yaml › place-order: successful",
                        "broken › jupiter/broken.yaml: failed",
                        "alsoBroken › jupiter/broken.yaml: failed");
    }

    @ExtendWith(ArazzoExtension.class)
    @ParameterizedClass
    @ValueSource(strings = {"http://localhost:1", "http://localhost:2"})
    static class TemplateCase {
        private static Arazzo shared;
        private final String server;

        TemplateCase(String server) {
            this.server = server;
        }

        @BeforeAll
        static void share(Arazzo arazzo) {
            shared = arazzo;
        }

        @TestFactory
        Stream<DynamicNode> one() {
            return shared.document("jupiter/orders.yaml").server("shop", server).nodes("drift");
        }

        @TestFactory
        Stream<DynamicNode> other() {
            return shared.document("jupiter/orders.yaml").server("shop", server).nodes("drift");
        }
    }

    @Test
    void tests_of_two_runs_of_a_parameterized_class_never_share_a_name() {
        assertThat(Report.ofClass(TemplateCase.class).nodes().stream()
                        .map(Node::name)
                        .filter(name -> name.endsWith(" › read")))
                .containsExactlyInAnyOrder(
                        "[1] › one › drift › read",
                        "[1] › other › drift › read",
                        "[2] › one › drift › read",
                        "[2] › other › drift › read");
    }

    @Test
    void every_outcome_has_its_node() {
        assertThat(Report.ofClass(AllCase.class).lines())
                .containsExactly(
                        "place-order › create: successful",
                        "place-order › read: successful",
                        "place-order: successful",
                        "fail-in-the-middle › create: failed",
                        "fail-in-the-middle › read: aborted",
                        "fail-in-the-middle: successful",
                        "go-around-a-failure › find: aborted",
                        "go-around-a-failure › create: successful",
                        "go-around-a-failure › pack: aborted",
                        "go-around-a-failure: successful",
                        "wait-in-a-loop › poll: successful",
                        "wait-in-a-loop › poll (2): successful",
                        "wait-in-a-loop: successful",
                        "call-others › place › create: successful",
                        "call-others › place › read: successful",
                        "call-others › place: successful",
                        "call-others › fail › create: failed",
                        "call-others › fail › read: aborted",
                        "call-others › fail: failed",
                        "call-others › fail: successful",
                        "call-others: successful",
                        "hand-over › find: aborted",
                        "hand-over › goto place-order › create: successful",
                        "hand-over › goto place-order › read: successful",
                        "goto place-order: successful",
                        "hand-over: successful",
                        "drift › read: failed",
                        "drift › create: successful",
                        "drift: successful",
                        "repeat-after-drift › find: aborted",
                        "repeat-after-drift › rest: successful",
                        "repeat-after-drift › call: aborted",
                        "repeat-after-drift: failed",
                        "repeat-after-drift: successful",
                        "depend-on-a-failure › create: aborted",
                        "depend-on-a-failure: aborted",
                        "read-orders › placed › read: successful",
                        "placed: successful",
                        "read-orders › unknown › read: failed",
                        "unknown: successful",
                        "read-orders: successful",
                        "break-an-input › create: aborted",
                        "break-an-input: failed",
                        "break-an-input: successful",
                        "workflows(Arazzo): successful",
                        "NodesTest$AllCase: successful");
    }

    @Test
    void a_step_leads_to_its_line_in_the_file_that_is_edited() {
        FileSource source = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(AllCase.class))
                .configurationParameter("arazzo.stubs", "classpath:jupiter/stubs")
                .execute()
                .testEvents()
                .started()
                .map(event -> event.getTestDescriptor().getSource().orElseThrow())
                .map(FileSource.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(source.getFile()).hasName("orders.yaml");
        assertThat(source.getFile().getPath()).contains("src/test/resources");
        assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(18);
        assertThat(source.getPosition().orElseThrow().getColumn()).hasValue(9);
    }

    @ExtendWith(ArazzoExtension.class)
    static class NamedCase {
        @TestFactory
        Stream<DynamicNode> workflows(Arazzo arazzo) {
            return arazzo.document("classpath:jupiter/orders.yaml").nodes("depend-on-a-failure", "place-order");
        }
    }

    @Test
    void only_the_named_workflows_are_shown_and_a_prerequisite_that_is_not_fails_what_needs_it() {
        Report report = Report.ofClass(NamedCase.class);

        assertThat(report.lines())
                .containsExactly(
                        "place-order › create: successful",
                        "place-order › read: successful",
                        "place-order: successful",
                        "depend-on-a-failure › create: aborted",
                        "depend-on-a-failure: failed",
                        "depend-on-a-failure: successful",
                        "workflows(Arazzo): successful",
                        "NodesTest$NamedCase: successful");
        assertThat(report.node("depend-on-a-failure").message()).contains("'fail-in-the-middle'", "failed");
    }

    @Test
    void the_filter_of_workflows_applies_where_none_is_named() {
        assertThat(Report.ofClass(AllCase.class, "arazzo.filter.workflow", "^drift$")
                        .withoutHolders("NodesTest$AllCase", "workflows(Arazzo)"))
                .extracting(Node::toString)
                .containsExactly("drift › read: failed", "drift › create: successful", "drift: successful");
    }

    @ExtendWith(ArazzoExtension.class)
    static class BrokenCase {
        @TestFactory
        Stream<DynamicNode> broken(Arazzo arazzo) {
            return arazzo.document("jupiter/broken.yaml").nodes();
        }

        @TestFactory
        Stream<DynamicNode> missing(Arazzo arazzo) {
            return arazzo.document("jupiter/missing.yaml").nodes();
        }

        @TestFactory
        Stream<DynamicNode> halfBroken(Arazzo arazzo) {
            return arazzo.document("jupiter/half-broken.yaml").nodes();
        }

        @TestFactory
        Stream<DynamicNode> unknownWorkflow(Arazzo arazzo) {
            return arazzo.document("jupiter/orders.yaml").nodes("plase-order");
        }
    }

    @Test
    void a_document_that_cannot_run_is_one_failing_test() {
        Report report = Report.ofClass(BrokenCase.class);

        Node broken = report.node("broken › jupiter/broken.yaml");
        assertThat(broken.status()).isEqualTo("failed");
        assertThat(broken.message())
                .contains("none of its workflows was started", "broken.yaml:2:1", "sourceDescriptions");
        Node missing = report.node("missing › jupiter/missing.yaml");
        assertThat(missing.status()).isEqualTo("failed");
        assertThat(missing.message()).contains("There is no document at 'jupiter/missing.yaml'");
    }

    @Test
    void a_workflow_that_is_not_valid_fails_and_the_others_run() {
        Report report = Report.ofClass(BrokenCase.class);

        assertThat(report.node("halfBroken › invalid › before").explained())
                .isEqualTo("halfBroken › invalid › before: aborted not reached: the workflow is not valid");
        assertThat(report.node("halfBroken › invalid").status()).isEqualTo("failed");
        assertThat(report.node("halfBroken › invalid").message())
                .contains("not valid and was not started", "half-broken.yaml:");
        assertThat(report.node("valid").status()).isEqualTo("successful");
    }

    @Test
    void an_unknown_workflow_fails_the_factory_and_offers_the_nearest() {
        Node factory = Report.ofClass(BrokenCase.class).node("unknownWorkflow(Arazzo)");

        assertThat(factory.status()).isEqualTo("failed");
        assertThat(factory.message())
                .isEqualTo("The document 'jupiter/orders.yaml' has no workflow 'plase-order'."
                        + " Did you mean 'place-order'?");
    }

    @ExtendWith(ArazzoExtension.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentCase {
        @TestFactory
        Stream<DynamicNode> workflows(Arazzo arazzo) {
            return arazzo.document("jupiter/orders.yaml").nodes();
        }
    }

    @Test
    void workflows_that_run_at_the_same_time_have_the_same_results() {
        List<String> sequential = Report.ofClass(AllCase.class).withoutHolders("NodesTest$AllCase").stream()
                .map(Node::toString)
                .filter(node -> !node.startsWith("depend"))
                .toList();

        List<String> concurrent = Report.ofClass(
                        ConcurrentCase.class, "junit.jupiter.execution.parallel.enabled", "true")
                .withoutHolders("NodesTest$ConcurrentCase")
                .stream()
                .map(Node::toString)
                .filter(node -> !node.startsWith("depend"))
                .toList();

        assertThat(concurrent).containsExactlyInAnyOrderElementsOf(sequential);
    }
}
