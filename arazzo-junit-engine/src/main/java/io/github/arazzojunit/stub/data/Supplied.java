package io.github.arazzojunit.stub.data;

import io.github.arazzojunit.model.LocatedNode;

/**
 * A member that was wished for and that the schema allows, but does not declare.
 *
 * @param pointer RFC 6901 pointer into the value
 * @param schema that could have declared it
 */
public record Supplied(String pointer, LocatedNode schema) {}
