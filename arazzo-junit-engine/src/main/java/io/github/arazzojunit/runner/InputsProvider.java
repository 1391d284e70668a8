package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.source.LinkedDocument;

/** Configured inputs of workflows that nobody passes inputs to: roots, prerequisites and targets of actions (AMB-10). */
@FunctionalInterface
public interface InputsProvider {

    /** A new object; empty when nothing is configured. Defaults of the schema are applied later. */
    ObjectNode inputs(LinkedDocument document, Workflow workflow);
}
