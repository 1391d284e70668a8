package io.github.arazzojunit.source;

import io.github.arazzojunit.contract.ExchangeContract;
import io.github.arazzojunit.openapi.Operation;

/**
 * An operation together with the source that describes it.
 *
 * @param sourceName name of the source in the document that refers to it
 * @param contract holds requests and responses against the description
 */
public record SourceOperation(String sourceName, Operation operation, ExchangeContract contract) {}
