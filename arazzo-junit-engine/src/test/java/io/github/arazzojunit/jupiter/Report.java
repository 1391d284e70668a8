package io.github.arazzojunit.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What an engine reported, node by node in the order in which they were finished. */
record Report(List<Node> nodes) {

    /**
     * One node.
     *
     * @param status of JUnit, in lower case; a skipped test counts as an aborted one, which is all that Jupiter has
     * @param message of the throwable or the reason, without what differs from run to run
     * @param line in the document, 0 where there is none
     * @param parent name of the node above it
     */
    record Node(String name, String status, String message, int line, String parent, Optional<Throwable> thrown) {

        @Override
        public String toString() {
            return name + ": " + status;
        }

        String explained() {
            return this + " " + message;
        }
    }

    /** Runs a class with the engine for documents. */
    static Report ofEngine(Class<?> testClass, String... configuration) {
        return of("arazzo", selectClass(testClass), configuration);
    }

    /** Runs a class with Jupiter. */
    static Report ofClass(Class<?> testClass, String... configuration) {
        return of("junit-jupiter", selectClass(testClass), configuration);
    }

    private static Report of(String engine, DiscoverySelector selector, String... configuration) {
        EngineTestKit.Builder kit = EngineTestKit.engine(engine)
                .selectors(selector)
                .configurationParameter("arazzo.stubs", "classpath:jupiter/stubs");
        for (int i = 0; i < configuration.length; i += 2) {
            kit.configurationParameter(configuration[i], configuration[i + 1]);
        }
        return new Report(kit.execute().allEvents().stream()
                .filter(event ->
                        event.getTestDescriptor().getUniqueId().getSegments().size() > 1)
                .flatMap(Report::node)
                .toList());
    }

    private static Stream<Node> node(Event event) {
        if (event.getType() == EventType.SKIPPED) {
            return Stream.of(node(event, "aborted", event.getRequiredPayload(String.class), Optional.empty()));
        }
        if (event.getType() != EventType.FINISHED) {
            return Stream.empty();
        }
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        return Stream.of(node(
                event,
                result.getStatus().name().toLowerCase(Locale.ROOT),
                result.getThrowable().map(Throwable::getMessage).orElse(""),
                result.getThrowable()));
    }

    private static Node node(Event event, String status, String message, Optional<Throwable> thrown) {
        return new Node(
                event.getTestDescriptor().getDisplayName(),
                status,
                message.replaceAll("localhost:[0-9]+", "localhost").replaceAll("in [0-9]+ ms", "in some ms"),
                event.getTestDescriptor().getSource().map(Report::line).orElse(0),
                event.getTestDescriptor()
                        .getParent()
                        .map(TestDescriptor::getDisplayName)
                        .orElse(""),
                thrown);
    }

    private static int line(TestSource source) {
        return source instanceof FileSource file
                ? file.getPosition().map(position -> position.getLine()).orElse(0)
                : 0;
    }

    List<String> lines() {
        return nodes.stream().map(Node::toString).toList();
    }

    /** The first node of this name. */
    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no '" + name + "' among " + lines()));
    }

    /**
     * Everything but the node of the class, the method or the document that holds the workflows, and but containers whose
     * failure is the test of the same name in them.
     */
    List<Node> withoutHolders(String... holders) {
        return nodes.stream()
                .filter(node -> nodes.stream().noneMatch(other -> isFailureIn(node, other)))
                .filter(node -> !List.of(holders).contains(node.name()))
                .toList();
    }

    private static boolean isFailureIn(Node node, Node test) {
        return node.status().equals("successful")
                && test.parent().equals(node.name())
                && test.name().endsWith(node.name())
                && !test.status().equals("successful");
    }
}
