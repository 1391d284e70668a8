package io.github.arazzojunit.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Compares XML texts by elements, attributes and texts. */
final class XmlEquality {

    private XmlEquality() {}

    /** Why the actual text is not the expected XML; empty when it is. */
    static Optional<String> difference(String expected, String actual) {
        Document wanted;
        try {
            wanted = parse(expected);
        } catch (SAXException e) {
            throw new IllegalArgumentException("The case expects what is no XML: " + expected, e);
        }
        try {
            return wanted.isEqualNode(parse(actual))
                    ? Optional.empty()
                    : Optional.of("XML body " + expected + " is expected, but there is " + actual);
        } catch (SAXException e) {
            return Optional.of("the body is no XML: \"" + actual + "\"");
        }
    }

    private static Document parse(String text) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new InputSource(new StringReader(text)));
            withoutBlankTexts(document);
            document.normalize();
            return document;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void withoutBlankTexts(Node node) {
        NodeList children = node.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child.getNodeType() == Node.TEXT_NODE && child.getTextContent().isBlank()) {
                node.removeChild(child);
            } else {
                withoutBlankTexts(child);
            }
        }
    }
}
