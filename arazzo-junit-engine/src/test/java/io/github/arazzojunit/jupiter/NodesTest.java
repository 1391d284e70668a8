package io.github.arazzojunit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.jupiter.Report.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
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
                        "call-others: successful",
                        "hand-over › find: aborted",
                        "hand-over › place-order › create: successful",
                        "hand-over › place-order › read: successful",
                        "goto place-order: successful",
                        "hand-over: successful",
                        "drift › read: failed",
                        "drift › create: successful",
                        "drift: successful",
                        "repeat-after-drift › find: aborted",
                        "repeat-after-drift › rest: successful",
                        "repeat-after-drift › call: aborted",
                        "repeat-after-drift: failed",
                        "depend-on-a-failure › create: aborted",
                        "depend-on-a-failure: aborted",
                        "read-orders › placed › read: successful",
                        "placed: successful",
                        "read-orders › unknown › read: failed",
                        "unknown: successful",
                        "read-orders: successful",
                        "break-an-input › create: aborted",
                        "break-an-input: failed",
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

        Node broken = report.node("jupiter/broken.yaml");
        assertThat(broken.status()).isEqualTo("failed");
        assertThat(broken.message())
                .contains("none of its workflows was started", "broken.yaml:2:1", "sourceDescriptions");
        Node missing = report.node("jupiter/missing.yaml");
        assertThat(missing.status()).isEqualTo("failed");
        assertThat(missing.message()).contains("There is no document at 'jupiter/missing.yaml'");
    }

    @Test
    void a_workflow_that_is_not_valid_fails_and_the_others_run() {
        Report report = Report.ofClass(BrokenCase.class);

        assertThat(report.node("invalid › before").explained())
                .isEqualTo("invalid › before: aborted not reached: the workflow is not valid");
        assertThat(report.node("invalid").status()).isEqualTo("failed");
        assertThat(report.node("invalid").message()).contains("not valid and was not started", "half-broken.yaml:");
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
