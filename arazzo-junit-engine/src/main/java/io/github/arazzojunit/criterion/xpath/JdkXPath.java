package io.github.arazzojunit.criterion.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** XPath 1.0 with the engine of the JDK. Its compiled expressions belong to one thread, so each evaluation has its own. */
final class JdkXPath implements CompiledXPath {

    private final String expression;

    private JdkXPath(String expression) {
        this.expression = expression;
    }

    static CompiledXPath compile(String expression) throws XPathException {
        compiled(expression);
        return new JdkXPath(expression);
    }

    @Override
    public Callable<Boolean> test(String xml) throws XPathException {
        Document document = SecureXml.document(xml);
        XPathExpression compiled = compiled(expression);
        return () -> {
            try {
                return (Boolean) compiled.evaluate(document, XPathConstants.BOOLEAN);
            } catch (XPathExpressionException e) {
                throw failure(expression, e);
            }
        };
    }

    @Override
    public Callable<List<JsonNode>> select(String xml) throws XPathException {
        Document document = SecureXml.document(xml);
        XPathExpression compiled = compiled(expression);
        return () -> {
            try {
                return items(compiled.evaluateExpression(document));
            } catch (XPathExpressionException e) {
                throw failure(expression, e);
            }
        };
    }

    @Override
    public Callable<List<Node>> nodes(Document document) throws XPathException {
        XPathExpression compiled = compiled(expression);
        return () -> {
            try {
                XPathEvaluationResult<?> result = compiled.evaluateExpression(document);
                List<Node> nodes = new ArrayList<>();
                if (result.type() == XPathEvaluationResult.XPathResultType.NODESET) {
                    ((XPathNodes) result.value()).forEach(nodes::add);
                }
                return nodes;
            } catch (XPathExpressionException e) {
                throw failure(expression, e);
            }
        };
    }

    private static List<JsonNode> items(XPathEvaluationResult<?> result) {
        return switch (result.type()) {
            case BOOLEAN -> List.of(BooleanNode.valueOf((Boolean) result.value()));
            case NUMBER -> List.of(number(((Number) result.value()).doubleValue()));
            case NODESET -> {
                List<JsonNode> texts = new ArrayList<>();
                for (Node node : (XPathNodes) result.value()) {
                    texts.add(TextNode.valueOf(
                            node.getNodeType() == Node.DOCUMENT_NODE
                                    ? ((Document) node).getDocumentElement().getTextContent()
                                    : node.getTextContent()));
                }
                yield texts;
            }
            default -> List.of(TextNode.valueOf(result.value().toString()));
        };
    }

    private static JsonNode number(double value) {
        return Double.isFinite(value)
                ? DecimalNode.valueOf(new BigDecimal(Double.toString(value)).stripTrailingZeros())
                : TextNode.valueOf(Double.toString(value));
    }

    private static XPathExpression compiled(String expression) throws XPathException {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newXPath().compile(expression);
        } catch (XPathExpressionException e) {
            throw failure(expression, e);
        } catch (XPathFactoryConfigurationException e) {
            throw new IllegalStateException("the XPath engine of the JDK lacks its security feature", e);
        }
    }

    private static XPathException failure(String expression, XPathExpressionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new XPathException("'" + expression + "' is no valid XPath 1.0: " + cause.getMessage());
    }
}
