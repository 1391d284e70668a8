package io.github.arazzojunit.corpus;

import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.MultipleFailuresError;

/**
 * What became of a workflow.
 *
 * @param workflow empty where the document as a whole cannot run
 * @param handled whether a failure action took over somewhere
 * @param reds the nodes that failed, in their order
 */
record WorkflowVerdict(String document, String workflow, boolean handled, List<Red> reds) {

    /** A failed node. */
    record Red(String node, String message, boolean crash) {

        static Red of(String node, Throwable failure) {
            boolean ours = failure instanceof AssertionFailedError
                    || failure instanceof MultipleFailuresError
                    || failure instanceof IncompleteExecutionException;
            String message = failure.getMessage() == null ? "" : failure.getMessage();
            return new Red(node, ours ? message : failure.getClass().getName() + ": " + message, !ours);
        }

        RedKind kind() {
            return crash ? RedKind.CRASH : RedKind.of(message);
        }
    }

    boolean isGreen() {
        return reds.isEmpty();
    }

    /** The first thing that went wrong; what follows may be its consequence. */
    Optional<Red> first() {
        return reds.stream().findFirst();
    }
}
