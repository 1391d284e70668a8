package io.github.arazzojunit.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Position;
import java.util.List;
import java.util.Optional;

/**
 * What the file of inputs beside a document says about one workflow: inputs for its only run, or named rows, each of
 * which is a run of its own. Immutable as long as nobody changes the JSON values.
 *
 * @param single of the only run
 */
public record WorkflowInputs(Optional<InputValues> single, List<Row> rows) {

    /** Nothing is said. */
    public static final WorkflowInputs NONE = new WorkflowInputs(Optional.empty(), List.of());

    public WorkflowInputs {
        rows = List.copyOf(rows);
    }

    /** These and, over them, what another file says: single inputs win by name, rows replace everything. */
    WorkflowInputs overriddenBy(WorkflowInputs other) {
        if (single.isEmpty() || other.single().isEmpty()) {
            return other;
        }
        ObjectNode merged = single.get().json().deepCopy();
        other.single().get().json().properties().forEach(input -> merged.set(input.getKey(), input.getValue()));
        return new WorkflowInputs(Optional.of(InputValues.typed(merged)), List.of());
    }

    /**
     * One row.
     *
     * @param name unique among the rows of the workflow
     * @param inputs of the run
     * @param position in the file of inputs, or of the action that the branch takes
     * @param branch what the run is to take besides
     */
    public record Row(String name, InputValues inputs, Position position, Optional<Branch> branch) {

        /** A run as the workflow has it. */
        public Row(String name, InputValues inputs, Position position) {
            this(name, inputs, position, Optional.empty());
        }
    }
}
