package io.github.arazzojunit.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.stub.StubServers;
import io.github.arazzojunit.stub.inputs.InputMaker;
import io.github.arazzojunit.stub.inputs.MadeInputs;
import java.util.Optional;

/** Fills in the inputs that nobody gave: those that were recorded with the stubs, then those that can be made. */
final class MissingInputs {

    private final StubServers stubs;
    private final Optional<InputMaker> maker;

    /** @param maker absent where nothing is to be made */
    MissingInputs(StubServers stubs, Optional<InputMaker> maker) {
        this.stubs = stubs;
        this.maker = maker;
    }

    /**
     * @param run the one that the inputs were recorded in
     * @param inputs not changed; a recorded value wins over a generated one, which would be another in every run
     */
    MadeInputs fill(String run, LinkedDocument document, Workflow workflow, GivenInputs inputs) {
        ObjectNode given = inputs.values();
        JsonNode recorded = stubs.recordedInputs(run).path(workflow.workflowId());
        ObjectNode known = document.checkInputs(workflow, given).inputs();
        ObjectNode filled = inputs.generated().deepCopy();
        recorded.properties().stream()
                .filter(input -> !known.has(input.getKey()) || filled.has(input.getKey()))
                .forEach(input -> filled.set(input.getKey(), input.getValue()));
        ObjectNode all = given.deepCopy().setAll(filled);
        return maker.map(makes -> makes.make(document, workflow, all))
                .map(made -> new MadeInputs(made.all(), filled.setAll(made.made())))
                .orElseGet(() -> new MadeInputs(all, filled));
    }
}
