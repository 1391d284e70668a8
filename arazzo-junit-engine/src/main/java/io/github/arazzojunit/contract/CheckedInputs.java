package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Inputs of a workflow after their schema had its say.
 *
 * @param inputs what was given, with the defaults of absent members
 * @param violations why the workflow must not start; empty when it may
 */
public record CheckedInputs(ObjectNode inputs, List<Violation> violations) {

    public CheckedInputs {
        violations = List.copyOf(violations);
    }
}
