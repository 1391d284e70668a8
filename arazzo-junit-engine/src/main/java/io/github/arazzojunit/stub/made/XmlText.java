package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.LocatedNode;
import java.util.Map;
import java.util.Optional;

/** Writes a value as XML: a member is an element, an array repeats the element of its member. */
final class XmlText {

    private XmlText() {}

    /** @param schema whose name or reference names the root element */
    static String of(JsonNode value, Optional<LocatedNode> schema) {
        StringBuilder xml = new StringBuilder();
        element(name(schema.flatMap(XmlText::rootName).orElse("response")), value, xml);
        return xml.toString();
    }

    private static Optional<String> rootName(LocatedNode schema) {
        return schema.member("xml")
                .flatMap(xml -> xml.member("name"))
                .or(() -> schema.member("$ref"))
                .map(name -> name.text().substring(name.text().lastIndexOf('/') + 1));
    }

    private static void element(String name, JsonNode value, StringBuilder xml) {
        if (value.isArray()) {
            value.forEach(item -> element(name, item, xml));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                element(name(member.getKey()), member.getValue(), xml);
            }
        } else if (!value.isNull()) {
            xml.append(value.asText().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
        xml.append("</").append(name).append('>');
    }

    private static String name(String text) {
        String name = text.replaceAll("[^A-Za-z0-9_.-]", "_");
        return name.matches("[A-Za-z_].*") ? name : "_" + name;
    }
}
