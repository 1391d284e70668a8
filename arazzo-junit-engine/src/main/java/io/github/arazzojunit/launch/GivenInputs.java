package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The inputs that somebody gave for a workflow.
 *
 * @param values without the defaults of the schema
 * @param generated those that the run made up for a placeholder
 * @param warnings what is wrong with the names that the test gives
 */
record GivenInputs(ObjectNode values, ObjectNode generated, List<String> warnings) {

    GivenInputs {
        warnings = List.copyOf(warnings);
    }
}
