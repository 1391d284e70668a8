package io.github.arazzojunit.jupiter;

import io.github.arazzojunit.runner.Masker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** A step as tests of users see it. */
record RecordedStep(
        String workflowId,
        String stepId,
        Arazzo.Status status,
        Optional<String> message,
        Map<String, Object> outputs,
        List<Arazzo.Exchange> exchanges)
        implements Arazzo.Step {

    /** @param node of a step */
    static RecordedStep of(RecordedNode node, Masker masker) {
        return new RecordedStep(
                node.workflow().workflowId(),
                node.step().orElseThrow().stepId(),
                status(node),
                node.thrown().map(Throwable::getMessage),
                node.outputs(),
                node.exchanges().stream()
                        .<Arazzo.Exchange>map(exchange -> new RecordedExchange(exchange, masker))
                        .toList());
    }

    private static Arazzo.Status status(RecordedNode node) {
        if (!node.wasReached()) {
            return Arazzo.Status.SKIPPED;
        }
        return node.thrown()
                .map(thrown -> thrown instanceof TestAbortedException ? Arazzo.Status.ABORTED : Arazzo.Status.FAILED)
                .orElse(Arazzo.Status.SUCCESSFUL);
    }

    /** For messages of assertions, so without outputs, which may be secrets. */
    @Override
    public String toString() {
        return workflowId + "." + stepId + " " + status
                + message.map(text -> ": " + text).orElse("");
    }
}
