package io.github.arazzojunit.jupiter;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.Thrown;
import io.github.arazzojunit.model.Position;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.TestAbortedException;

/**
 * Dynamic tests that show what was recorded. Jupiter asks for the children of a container when it executes it, and
 * reports them one by one as they come: so the run happens inside of its container, and what makes the container red is
 * the last of its children.
 */
final class WorkflowNodes {

    private WorkflowNodes() {}

    /** The failing test that stands for a document that cannot run. */
    static DynamicNode broken(OpenDocument document, String name) {
        return dynamicTest(name, SourceUris.of(document.parsed().errors().get(0).position()), () -> {
            throw Failures.failedDocument(document.path(), document.parsed().errors());
        });
    }

    /** @param run is called when the container is executed */
    static DynamicNode running(String name, Position position, Supplier<RecordedNode> run) {
        return dynamicContainer(
                name, SourceUris.of(position), Stream.of(run).map(Supplier::get).flatMap(WorkflowNodes::content));
    }

    private static Stream<DynamicNode> content(RecordedNode node) {
        return Stream.concat(node.children().stream().map(WorkflowNodes::of), thrown(node));
    }

    private static DynamicNode of(RecordedNode node) {
        return node.step().isPresent() && node.children().isEmpty()
                ? test(node)
                : dynamicContainer(node.name(), SourceUris.of(node.position()), content(node));
    }

    private static DynamicNode test(RecordedNode node) {
        return dynamicTest(node.testName(), SourceUris.of(node.position()), () -> {
            if (node.thrown().isPresent()) {
                throw node.thrown().get();
            }
        });
    }

    /** As a test, since Surefire files containers under the name of what is above them, and only tests under their class. */
    private static Stream<DynamicNode> thrown(RecordedNode node) {
        return node.thrown().stream().map(thrown -> {
            if (thrown instanceof TestAbortedException && node.step().isEmpty()) {
                throw Thrown.unchecked(thrown);
            }
            return test(node);
        });
    }
}
