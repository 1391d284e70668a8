package io.github.arazzojunit.openapi.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
                    + xml.name().get() + "'" + namespace(xml));
        }
        return value(root, List.of());
    }

    private JsonNode value(Element element, List<String> place) throws XmlException {
        if ("true".equals(element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil"))) {
            return NullNode.getInstance();
        }
        if (body.xml(place).array()) {
            return items(element, place);
        }
        boolean object = !body.names(place).isEmpty()
                || body.schemas(place).stream()
                        .anyMatch(schema -> schema.value().path("type").asText().equals("object"));
        return object || !elements(element).isEmpty() ? object(element, place) : text(element.getTextContent(), place);
    }

    /** @throws XmlException where an item is not called as the schema says */
    private ArrayNode items(Element list, List<String> place) throws XmlException {
        List<String> inside = XmlBody.item(place);
        XmlObject xml = body.xml(inside);
        ArrayNode items = JSON.arrayNode();
        for (Element item : elements(list)) {
            if (xml.name().isPresent() && !isNamed(item, xml.name().get(), xml)) {
                throw new XmlException("an item of " + described(list) + " is " + described(item)
                        + ", the XML Object names '" + xml.name().get() + "'"
                        + namespace(xml));
            }
            items.add(value(item, inside));
        }
        return items;
    }

    /** Blanks around a number or a truth value mean nothing. */
    private TextNode text(String text, List<String> place) {
        return TextNode.valueOf(body.isBlankFree(place) ? text.strip() : text);
    }

    private ObjectNode object(Element element, List<String> place) throws XmlException {
        ObjectNode object = JSON.objectNode();
        List<Node> rest = new ArrayList<>(elements(element));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            rest.add(element.getAttributes().item(i));
        }
        for (String name : body.names(place)) {
            member(element, name, XmlBody.child(place, name), rest).ifPresent(value -> object.set(name, value));
        }
        for (Node node : rest) {
            undeclared(node, place, object);
        }
        return object;
    }

    /** @param rest loses what the member is made of */
    private Optional<JsonNode> member(Element parent, String name, List<String> place, List<Node> rest)
            throws XmlException {
        XmlObject xml = body.xml(place);
        if (xml.text()) {
            return Optional.of(text(parent.getTextContent(), place));
        }
        XmlObject named = xml.array() && !xml.wrapped() ? body.xml(XmlBody.item(place)) : xml;
        List<Node> found = own(
                parent,
                rest.stream()
                        .filter(node -> (node instanceof Attr) == xml.attribute())
                        .filter(node -> isNamed(node, named.nameOr(name), named))
                        .toList());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        rest.removeAll(found);
        boolean list = xml.array() && !xml.wrapped() && !xml.attribute();
        if (!list && found.size() == 1) {
            return Optional.of(
                    found.get(0) instanceof Element inside
                            ? value(inside, place)
                            : text(found.get(0).getNodeValue(), place));
        }
        // Elements that repeat are several values, which only an array may have.
        ArrayNode items = JSON.arrayNode();
        for (Node item : found) {
            items.add(value((Element) item, list ? XmlBody.item(place) : place));
        }
        return Optional.of(items);
    }

    /** Of equal names, those in the namespace of their parent where there are some: the others are extensions. */
    private static List<Node> own(Element parent, List<Node> found) {
        List<Node> own = found.stream()
                .filter(node -> Objects.equals(node.getNamespaceURI(), parent.getNamespaceURI()))
                .toList();
        return own.isEmpty() ? found : own;
    }

    /** What no schema names keeps its name, with the namespace where only that is wrong. */
    private void undeclared(Node node, List<String> place, ObjectNode object) throws XmlException {
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

    private static String namespace(XmlObject xml) {
        return xml.namespace().map(uri -> " in the namespace '" + uri + "'").orElse("");
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
