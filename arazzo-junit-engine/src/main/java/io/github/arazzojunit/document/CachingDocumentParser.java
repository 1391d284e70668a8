package io.github.arazzojunit.document;

import java.util.HashMap;
import java.util.Map;

/** Reads each document once, however many selectors reach it. Lives as long as one discovery request. */
public final class CachingDocumentParser implements DocumentParser {

    private final DocumentParser parser;
    private final Map<DocumentFile, ParsedDocument> parsed = new HashMap<>();

    public CachingDocumentParser(DocumentParser parser) {
        this.parser = parser;
    }

    /** Whether the document was read. */
    public boolean knows(DocumentFile file) {
        return parsed.containsKey(file);
    }

    @Override
    public ParsedDocument parse(DocumentFile file) {
        return parsed.computeIfAbsent(file, parser::parse);
    }
}
