package io.github.arazzojunit.criterion.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.limit.TimeLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * A compiled XPath expression. The context item is the document node (CRT-64); no prefixes are bound, names in a
 * namespace are reached by {@code *:name} or {@code local-name()}. Thread-safe.
 */
public final class XPathQuery {

    private final String expression;
    private final CompiledXPath compiled;

    private XPathQuery(String expression, CompiledXPath compiled) {
        this.expression = expression;
        this.compiled = compiled;
    }

    /**
     * Compiles an expression. Version 1.0 runs on the JDK, the others on Saxon, which is loaded then.
     *
     * @throws XPathException for wrong syntax, and for functions that reach outside of the context (CRT-65)
     */
    public static XPathQuery compile(String expression, XPathVersion version) throws XPathException {
        OutsideFunctions.refuse(expression);
        CompiledXPath compiled =
                version == XPathVersion.V1_0 ? JdkXPath.compile(expression) : SaxonXPath.compile(expression, version);
        return new XPathQuery(expression, compiled);
    }

    /**
     * The effective boolean value by the rules of the version (CRT-61, CRT-62).
     *
     * @throws XPathException for a context that is no well-formed XML, an error of the evaluation, or the time limit
     */
    public boolean test(String xml, Duration timeLimit) throws XPathException {
        return within(timeLimit, compiled.test(xml));
    }

    /**
     * The items of the result: nodes as their string value, atomic values with their type (AMB-71).
     *
     * @throws XPathException as for {@link #test}
     */
    public List<JsonNode> select(String xml, Duration timeLimit) throws XPathException {
        return within(timeLimit, compiled.select(xml));
    }

    /**
     * The text with the content of every selected element, attribute and text replaced, its mark-up escaped.
     *
     * @throws XPathException as for {@link #test}, and when nothing with a content is selected
     */
    public String replace(String xml, String content, Duration timeLimit) throws XPathException {
        XmlText.requireAllowed(content);
        Document document = SecureXml.document(xml);
        List<Node> selected = within(timeLimit, compiled.nodes(document)).stream()
                .filter(node -> node.getNodeType() != Node.DOCUMENT_NODE)
                .toList();
        if (selected.isEmpty()) {
            throw new XPathException("'" + expression + "' selects no element, attribute or text");
        }
        selected.forEach(node -> node.setTextContent(content));
        return XmlText.of(document, xml);
    }

    private <T> T within(Duration timeLimit, Callable<T> evaluation) throws XPathException {
        try {
            return TimeLimit.call(timeLimit, evaluation);
        } catch (TimeoutException e) {
            throw new XPathException("'" + expression + "' was not decided within " + timeLimit.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof XPathException known) {
                throw known;
            }
            throw new XPathException(
                    e.getCause() instanceof StackOverflowError
                            ? "'" + expression + "' nests too deeply to be evaluated"
                            : "'" + expression + "' cannot be evaluated: " + e.getCause());
        }
    }
}
