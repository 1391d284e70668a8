package io.github.arazzojunit.stub.inputs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The inputs of a workflow.
 *
 * @param all what was given and what was made, without the defaults of the schema
 * @param made only what was made
 */
public record MadeInputs(ObjectNode all, ObjectNode made) {}
