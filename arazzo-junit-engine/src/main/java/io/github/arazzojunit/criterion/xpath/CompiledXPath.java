package io.github.arazzojunit.criterion.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** An engine's part of a query. Parsing happens at once, evaluation when the result is asked for. */
interface CompiledXPath {

    Callable<Boolean> test(String xml) throws XPathException;

    Callable<List<JsonNode>> select(String xml) throws XPathException;

    /** The nodes that the expression selects in a document, to be changed there. */
    Callable<List<Node>> nodes(Document document) throws XPathException;
}
