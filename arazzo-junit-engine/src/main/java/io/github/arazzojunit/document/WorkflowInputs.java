package io.github.arazzojunit.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Position;
import java.util.List;
import java.util.Optional;

/**
 * What the file of inputs beside a document says about one workflow: inputs for its only run, or named rows, each of
 * which is a run of its own. Immutable as long as nobody changes the JSON values.
 *
 * @param single a JSON object
 */
public record WorkflowInputs(Optional<JsonNode> single, List<Row> rows) {

    /** Nothing is said. */
    public static final WorkflowInputs NONE = new WorkflowInputs(Optional.empty(), List.of());

    public WorkflowInputs {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param name unique among the rows of the workflow
     * @param inputs a JSON object
     * @param position in the file of inputs, or of the action that the branch takes
     * @param branch what the run is to take besides
     */
    public record Row(String name, JsonNode inputs, Position position, Optional<Branch> branch) {

        /** A run as the workflow has it. */
        public Row(String name, JsonNode inputs, Position position) {
            this(name, inputs, position, Optional.empty());
        }
    }
}
