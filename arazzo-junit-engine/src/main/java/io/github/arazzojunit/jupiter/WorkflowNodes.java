package io.github.arazzojunit.jupiter;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.arazzojunit.launch.Failures;
import io.github.arazzojunit.launch.Thrown;
import io.github.arazzojunit.model.Position;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * Dynamic tests that show what was recorded. Jupiter asks for the children of a container when it executes it, and
 * reports them one by one as they come: so the run happens inside of its container, and what it throws at the end of its
 * children is the result of the container.
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
        return Stream.concat(node.children().stream().map(WorkflowNodes::of), thrown(node.thrown()));
    }

    private static DynamicNode of(RecordedNode node) {
        if (node.step().isPresent() && node.children().isEmpty()) {
            return dynamicTest(node.name(), SourceUris.of(node.position()), () -> {
                if (node.thrown().isPresent()) {
                    throw node.thrown().get();
                }
            });
        }
        return dynamicContainer(node.name(), SourceUris.of(node.position()), content(node));
    }

    private static Stream<DynamicNode> thrown(Optional<Throwable> throwable) {
        return throwable.stream().map(thrown -> {
            throw Thrown.unchecked(thrown);
        });
    }
}
