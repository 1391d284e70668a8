package io.github.arazzojunit.openapi.xml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one value. */
final class XmlWriter {

    private final XmlBody body;
    private final StringWriter text = new StringWriter();
    private final Deque<Map.Entry<String, String>> bound = new ArrayDeque<>();

    XmlWriter(XmlBody body) {
        this.body = body;
    }

    String write(JsonNode value) {
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            element(writer, body.rootName(), List.of(), value);
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
    }

    private void element(XMLStreamWriter writer, String name, List<String> place, JsonNode value)
            throws XMLStreamException {
        XmlObject xml = body.xml(place);
        int outside = bound.size();
        start(writer, name, xml);
        if (value.isObject()) {
            members(writer, place, value);
        } else if (value.isArray()) {
            List<String> item = XmlBody.item(place);
            for (JsonNode each : value) {
                element(writer, body.xml(item).nameOr(last(place, name)), item, each);
            }
        } else if (!value.isNull()) {
            writer.writeCharacters(allowed(value.asText()));
        }
        writer.writeEndElement();
        while (bound.size() > outside) {
            bound.pop();
        }
    }

    /** The items of a list without a name of their own are called like the member that the list is. */
    private static String last(List<String> place, String name) {
        return place.isEmpty() ? "item" : place.get(place.size() - 1).equals("0") ? name : place.get(place.size() - 1);
    }

    private void members(XMLStreamWriter writer, List<String> place, JsonNode object) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            XmlObject xml = body.xml(XmlBody.child(place, member.getKey()));
            if (xml.attribute() && !member.getValue().isNull()) {
                attribute(
                        writer,
                        xml,
                        xml.nameOr(member.getKey()),
                        member.getValue().asText());
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            List<String> inside = XmlBody.child(place, member.getKey());
            XmlObject xml = body.xml(inside);
            if (xml.text()) {
                writer.writeCharacters(allowed(member.getValue().asText()));
            } else if (member.getValue().isArray() && !xml.wrapped()) {
                List<String> item = XmlBody.item(inside);
                for (JsonNode each : member.getValue()) {
                    element(writer, body.xml(item).nameOr(member.getKey()), item, each);
                }
            } else if (!xml.attribute()) {
                element(writer, xml.nameOr(member.getKey()), inside, member.getValue());
            }
        }
    }

    private void start(XMLStreamWriter writer, String name, XmlObject xml) throws XMLStreamException {
        String prefix = xml.prefix().orElse("");
        String namespace = xml.namespace().orElse("");
        writer.writeStartElement(prefix, named(name), namespace);
        if (!namespace.isEmpty() && !isBound(prefix, namespace)) {
            bind(writer, prefix, namespace);
        }
    }

    private void bind(XMLStreamWriter writer, String prefix, String namespace) throws XMLStreamException {
        if (prefix.isEmpty()) {
            writer.writeDefaultNamespace(namespace);
        } else {
            writer.writeNamespace(prefix, namespace);
        }
        bound.push(Map.entry(prefix, namespace));
    }

    private boolean isBound(String prefix, String namespace) {
        return bound.stream()
                .filter(entry -> entry.getKey().equals(prefix))
                .findFirst()
                .filter(entry -> entry.getValue().equals(namespace))
                .isPresent();
    }

    private void attribute(XMLStreamWriter writer, XmlObject xml, String name, String value) throws XMLStreamException {
        if (xml.prefix().isEmpty() || xml.namespace().isEmpty()) {
            writer.writeAttribute(named(name), allowed(value));
            return;
        }
        String prefix = xml.prefix().get();
        if (!isBound(prefix, xml.namespace().get())) {
            bind(writer, prefix, xml.namespace().get());
        }
        writer.writeAttribute(prefix, xml.namespace().get(), named(name), allowed(value));
    }

    private static String named(String text) {
        String name = text.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        return name.matches("[\\p{L}_].*") ? name : "_" + name;
    }

    /** XML has no way to write most control characters. */
    private static String allowed(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
