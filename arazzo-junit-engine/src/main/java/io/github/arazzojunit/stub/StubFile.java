package io.github.arazzojunit.stub;

import java.net.URI;

/**
 * One file below a stub root.
 *
 * @param path from the root, with {@code /} between the segments
 * @param location how messages name the file
 * @param uri where its bytes are, in the file system or in a jar
 */
record StubFile(String path, String location, URI uri) {}
