package io.github.arazzojunit.criterion.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.wrapper.VirtualNode;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** XPath 2.0 to 3.1 with Saxon. */
final class SaxonXPath implements CompiledXPath {

    private final String expression;
    private final SealedSaxon saxon;
    private final XPathExecutable executable;

    private SaxonXPath(String expression, SealedSaxon saxon, XPathExecutable executable) {
        this.expression = expression;
        this.saxon = saxon;
        this.executable = executable;
    }

    static CompiledXPath compile(String expression, XPathVersion version) throws XPathException {
        SealedSaxon saxon = new SealedSaxon();
        try {
            XPathCompiler compiler = saxon.processor().newXPathCompiler();
            compiler.setLanguageVersion(version.number());
            compiler.setWarningHandler(warning -> {});
            return new SaxonXPath(expression, saxon, compiler.compile(expression));
        } catch (SaxonApiException | RuntimeException e) {
            // Broken text, such as half a character, escapes from the parser as one of several runtime exceptions.
            throw new XPathException(
                    "'" + expression + "' is no valid XPath " + version.number() + ": " + e.getMessage());
        }
    }

    @Override
    public Callable<Boolean> test(String xml) throws XPathException {
        XdmNode document = document(xml);
        return () -> {
            try {
                return selector(document).effectiveBooleanValue();
            } catch (SaxonApiException e) {
                throw failure(e);
            }
        };
    }

    @Override
    public Callable<List<JsonNode>> select(String xml) throws XPathException {
        XdmNode document = document(xml);
        return () -> {
            try {
                List<JsonNode> items = new ArrayList<>();
                for (XdmItem item : selector(document)) {
                    items.add(json(item));
                }
                return items;
            } catch (SaxonApiException | SaxonApiUncheckedException e) {
                throw failure(e);
            }
        };
    }

    @Override
    public Callable<List<Node>> nodes(Document document) {
        XdmNode wrapped = saxon.processor().newDocumentBuilder().wrap(document);
        return () -> {
            try {
                List<Node> nodes = new ArrayList<>();
                for (XdmItem item : selector(wrapped)) {
                    if (item instanceof XdmNode node
                            && node.getUnderlyingNode() instanceof VirtualNode virtual
                            && virtual.getRealNode() instanceof Node real) {
                        nodes.add(real);
                    }
                }
                return nodes;
            } catch (SaxonApiException | SaxonApiUncheckedException e) {
                throw failure(e);
            }
        };
    }

    private XPathSelector selector(XdmNode document) throws SaxonApiException {
        XPathSelector selector = executable.load();
        selector.setContextItem(document);
        return selector;
    }

    private XdmNode document(String xml) throws XPathException {
        try {
            return saxon.processor()
                    .newDocumentBuilder()
                    .build(new SAXSource(SecureXml.reader(), new InputSource(new StringReader(xml))));
        } catch (SaxonApiException e) {
            throw SecureXml.noXml(e);
        }
    }

    private JsonNode json(XdmItem item) throws XPathException {
        if (item instanceof XdmAtomicValue atomic) {
            Object value = atomic.getValue();
            if (value instanceof Boolean bool) {
                return BooleanNode.valueOf(bool);
            } else if (value instanceof BigInteger integer) {
                return DecimalNode.valueOf(new BigDecimal(integer));
            } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                return DecimalNode.valueOf(new BigDecimal(number.toString()));
            }
            return TextNode.valueOf(atomic.getStringValue());
        }
        if (item instanceof XdmNode) {
            return TextNode.valueOf(item.getStringValue());
        }
        throw new XPathException("'" + expression + "' yields a map, an array or a function: select values in it");
    }

    private XPathException failure(Exception e) {
        return new XPathException("'" + expression + "' cannot be evaluated: " + e.getMessage());
    }
}
