package io.github.arazzojunit.document;

/** Reads a document; whatever is wrong with it is part of the result. */
public interface DocumentParser {

    ParsedDocument parse(DocumentFile file);
}
