package io.github.arazzojunit.openapi.xml;

import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.Optional;

/**
 * What schemas say about the XML of a value.
 *
 * @param name of the element or attribute
 * @param attribute whether the value is an attribute of its parent
 * @param wrapped whether the items of an array stand in an element of their own
 * @param text whether the value is the text of its parent (3.2)
 * @param array whether the value is an array
 */
record XmlObject(
        Optional<String> name,
        Optional<String> namespace,
        Optional<String> prefix,
        boolean attribute,
        boolean wrapped,
        boolean text,
        boolean array) {

    /** @param schemas that the value has to satisfy; the first that says something counts */
    static XmlObject of(List<LocatedNode> schemas) {
        String nodeType = field(schemas, "nodeType").orElse("");
        boolean array = schemas.stream()
                .anyMatch(schema -> schema.value().path("type").toString().contains("\"array\"")
                        || schema.value().has("items"));
        return new XmlObject(
                field(schemas, "name"),
                field(schemas, "namespace"),
                field(schemas, "prefix"),
                is(schemas, "attribute") || nodeType.equals("attribute"),
                is(schemas, "wrapped") || array && nodeType.equals("element"),
                nodeType.equals("text") || nodeType.equals("cdata"),
                array);
    }

    private static Optional<String> field(List<LocatedNode> schemas, String name) {
        return schemas.stream()
                .flatMap(schema -> schema.member("xml").stream())
                .flatMap(xml -> xml.member(name).stream())
                .filter(LocatedNode::isText)
                .map(LocatedNode::text)
                .findFirst();
    }

    private static boolean is(List<LocatedNode> schemas, String name) {
        return schemas.stream()
                .anyMatch(schema -> schema.value().path("xml").path(name).asBoolean());
    }

    String nameOr(String other) {
        return name.orElse(other);
    }
}
