package io.github.arazzojunit.junit.discovery;

/** Reads a document; whatever is wrong with it is part of the result. */
interface DocumentParser {

    ParsedDocument parse(DocumentFile file);
}
