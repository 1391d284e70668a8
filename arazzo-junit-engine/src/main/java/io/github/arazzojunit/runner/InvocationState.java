package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one invocation of a workflow has come to know. */
final class InvocationState {

    private final Invocation invocation;
    private final ObjectNode inputs;
    private final List<String> notes;
    private final CompletedWorkflows completed;
    private final Map<String, ObjectNode> stepOutputs = new LinkedHashMap<>();
    private Optional<Exchange> lastExchange = Optional.empty();

    /** @param notes what is to be said about the inputs */
    InvocationState(Invocation invocation, ObjectNode inputs, List<String> notes, CompletedWorkflows completed) {
        this.invocation = invocation;
        this.inputs = inputs;
        this.notes = List.copyOf(notes);
        this.completed = completed;
        completed.started(invocation, inputs, stepOutputs);
    }

    Invocation invocation() {
        return invocation;
    }

    ObjectNode inputs() {
        return inputs;
    }

    /** What is to be said about the inputs. */
    List<String> notes() {
        return notes;
    }

    CompletedWorkflows completed() {
        return completed;
    }

    /** Outputs of the latest execution of each step (STP-62), by step id. */
    Map<String, ObjectNode> stepOutputs() {
        return stepOutputs;
    }

    Optional<Exchange> lastExchange() {
        return lastExchange;
    }

    void exchanged(Exchange exchange) {
        lastExchange = Optional.of(exchange);
    }
}
