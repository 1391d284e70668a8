package io.github.arazzojunit.source;

import io.github.arazzojunit.openapi.Operation;

/**
 * An operation together with the source that describes it.
 *
 * @param sourceName name of the source in the document that refers to it
 */
public record SourceOperation(String sourceName, Operation operation) {}
