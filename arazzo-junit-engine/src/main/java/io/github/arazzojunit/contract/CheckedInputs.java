package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Inputs of a workflow after their schema had its say.
 *
 * @param inputs what was given, with the defaults of absent members
 * @param violations why the workflow must not start; empty when it may
 * @param remarks what a format of a number says against a value, which is an annotation only (AMB-02)
 */
public record CheckedInputs(ObjectNode inputs, List<Violation> violations, List<Violation> remarks) {

    public CheckedInputs {
        violations = List.copyOf(violations);
        remarks = List.copyOf(remarks);
    }
}
