package io.github.arazzojunit.openapi.xml;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.xpath.SecureXml;
import io.github.arazzojunit.criterion.xpath.XPathException;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Declarations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The XML of one body, by the XML Objects of its schema. Thread-safe. */
public final class XmlBody {

    private static final String ANY = "*";
    private static final String ROOT = "response";
    private static final Set<String> BLANK_FREE = Set.of("integer", "number", "boolean");

    private final Optional<LocatedNode> schema;
    private final Declarations declarations;

    /** @param schema without one, members are elements of their names */
    public XmlBody(ApiDescription description, Optional<LocatedNode> schema) {
        this.schema = schema;
        this.declarations = new Declarations(description);
    }

    /** The value as XML: names, namespaces, attributes and wrapped arrays as the schema says. */
    public String write(JsonNode value) {
        return new XmlWriter(this).write(value);
    }

    /**
     * The value that the XML stands for. All scalars are texts, as XML does not tell numbers from them.
     *
     * @throws XmlException for a text that is not well-formed, or whose root element or items the schema calls otherwise
     */
    public JsonNode read(String xml) throws XmlException {
        try {
            return new XmlReader(this).read(SecureXml.document(xml).getDocumentElement());
        } catch (XPathException e) {
            throw new XmlException(e.getMessage());
        }
    }

    /**
     * The place of a value that stands at a path of elements below the root element.
     *
     * @param elements names, {@code @name} for an attribute, {@code *} for any item of an array
     * @return empty where {@code *} stands for something else than an item
     */
    public Optional<List<String>> place(List<String> elements) {
        List<String> place = new ArrayList<>();
        for (String element : elements) {
            boolean array = xml(place).array();
            if (element.equals(ANY)) {
                if (!array && !schemas(place).isEmpty()) {
                    return Optional.empty();
                }
                place.add(ANY);
            } else if (array && xml(item(place)).nameOr(element).equals(element)) {
                place.add(ANY);
            } else {
                place.add(member(place, element));
            }
        }
        return Optional.of(List.copyOf(place));
    }

    private String member(List<String> place, String element) {
        String name = element.startsWith("@") ? element.substring(1) : element;
        return names(place).stream()
                .filter(member -> elementName(child(place, member), member).equals(name))
                .findFirst()
                .orElse(name);
    }

    /** The name that the elements of a member have: of an array that is not wrapped, that of its items. */
    String elementName(List<String> place, String member) {
        XmlObject xml = xml(place);
        return xml.array() && !xml.wrapped() ? xml(item(place)).nameOr(member) : xml.nameOr(member);
    }

    String rootName() {
        return xml(List.of())
                .name()
                .or(() -> schema.flatMap(root -> root.member("$ref"))
                        .map(reference ->
                                reference.text().substring(reference.text().lastIndexOf('/') + 1)))
                .orElse(ROOT);
    }

    XmlObject xml(List<String> place) {
        return XmlObject.of(schemas(place));
    }

    List<LocatedNode> schemas(List<String> place) {
        return schema.map(root -> declarations.schemas(root, place)).orElse(List.of());
    }

    /** Whether the value is a number or a truth value in any case. */
    boolean isBlankFree(List<String> place) {
        List<String> types = schemas(place).stream()
                .map(schema -> schema.value().path("type").asText())
                .filter(type -> !type.isEmpty())
                .toList();
        return !types.isEmpty() && BLANK_FREE.containsAll(types);
    }

    /** The members that the schemas of a place name. */
    Set<String> names(List<String> place) {
        Set<String> names = new LinkedHashSet<>();
        schemas(place).stream()
                .flatMap(view -> view.member("properties").stream())
                .forEach(properties -> names.addAll(properties.members().keySet()));
        return names;
    }

    static List<String> child(List<String> place, String token) {
        List<String> child = new ArrayList<>(place);
        child.add(token);
        return child;
    }

    static List<String> item(List<String> place) {
        return child(place, "0");
    }
}
