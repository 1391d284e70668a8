package io.github.arazzojunit.openapi.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads one document. */
final class XmlReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final XmlBody body;

    XmlReader(XmlBody body) {
        this.body = body;
    }

    JsonNode read(Element root) throws XmlException {
        XmlObject xml = body.xml(List.of());
        if (xml.name().isPresent() && !isNamed(root, xml.name().get(), xml)) {
            throw new XmlException("the root element is " + described(root) + ", the XML Object names '"
                    + xml.name().get() + "'"
                    + xml.namespace()
                            .map(uri -> " in the namespace '" + uri + "'")
                            .orElse(""));
        }
        return value(root, List.of());
    }

    private JsonNode value(Element element, List<String> place) {
        if ("true".equals(element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"))) {
            return NullNode.getInstance();
        }
        if (body.xml(place).array()) {
            ArrayNode items = JSON.arrayNode();
            elements(element).forEach(item -> items.add(value(item, XmlBody.item(place))));
            return items;
        }
        boolean object = !body.names(place).isEmpty()
                || body.schemas(place).stream()
                        .anyMatch(schema -> schema.value().path("type").asText().equals("object"));
        return object || !elements(element).isEmpty()
                ? object(element, place)
                : TextNode.valueOf(element.getTextContent());
    }

    private ObjectNode object(Element element, List<String> place) {
        ObjectNode object = JSON.objectNode();
        List<Node> rest = new ArrayList<>(elements(element));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            rest.add(element.getAttributes().item(i));
        }
        for (String name : body.names(place)) {
            member(element, name, XmlBody.child(place, name), rest).ifPresent(value -> object.set(name, value));
        }
        rest.forEach(node -> undeclared(node, place, object));
        return object;
    }

    /** @param rest loses what the member is made of */
    private Optional<JsonNode> member(Element parent, String name, List<String> place, List<Node> rest) {
        XmlObject xml = body.xml(place);
        if (xml.text()) {
            return Optional.of(TextNode.valueOf(parent.getTextContent()));
        }
        XmlObject named = xml.array() && !xml.wrapped() ? body.xml(XmlBody.item(place)) : xml;
        List<Node> found = rest.stream()
                .filter(node -> (node instanceof Attr) == xml.attribute())
                .filter(node -> isNamed(node, named.nameOr(name), named))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (xml.array() && !xml.wrapped() && !xml.attribute()) {
            rest.removeAll(found);
            ArrayNode items = JSON.arrayNode();
            found.forEach(item -> items.add(value((Element) item, XmlBody.item(place))));
            return Optional.of(items);
        }
        Node first = found.get(0);
        rest.remove(first);
        return Optional.of(
                first instanceof Element inside ? value(inside, place) : TextNode.valueOf(first.getNodeValue()));
    }

    /** What no schema names keeps its name, with the namespace where only that is wrong. */
    private void undeclared(Node node, List<String> place, ObjectNode object) {
        String namespace = String.valueOf(node.getNamespaceURI());
        if (node instanceof Attr
                && (namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)
                        || namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI))) {
            return;
        }
        String name = body.names(place).contains(node.getLocalName())
                ? (node instanceof Attr ? "@" : "") + "Q{" + namespace + "}" + node.getLocalName()
                : node.getLocalName();
        JsonNode value = node instanceof Element element
                ? value(element, XmlBody.child(place, name))
                : TextNode.valueOf(node.getNodeValue());
        JsonNode known = object.get(name);
        if (known == null) {
            object.set(name, value);
        } else if (known instanceof ArrayNode several) {
            several.add(value);
        } else {
            object.set(name, JSON.arrayNode().add(known).add(value));
        }
    }

    private static boolean isNamed(Node node, String name, XmlObject xml) {
        return name.equals(node.getLocalName())
                && xml.namespace()
                        .map(uri -> uri.equals(node.getNamespaceURI()))
                        .orElse(true);
    }

    private static String described(Element element) {
        return "'" + element.getLocalName() + "'"
                + (element.getNamespaceURI() == null ? "" : " in the namespace '" + element.getNamespaceURI() + "'");
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
