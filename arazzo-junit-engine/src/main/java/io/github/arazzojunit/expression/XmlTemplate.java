package io.github.arazzojunit.expression;

import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Inserts values into XML text. */
final class XmlTemplate {

    /** Where in the mark-up a value is inserted. */
    private enum Place {
        CONTENT,
        TAG,
        CDATA,
        COMMENT
    }

    private final StringBuilder text = new StringBuilder();
    private Place place = Place.CONTENT;

    private XmlTemplate() {}

    static Rendering join(List<TemplateEscaping.Part> parts) {
        XmlTemplate template = new XmlTemplate();
        for (TemplateEscaping.Part part : parts) {
            template.text.append(part.inserted() ? template.inserted(JsonText.of(part.value())) : part.literal());
            if (!part.inserted()) {
                template.follow(part.literal());
            }
        }
        return TemplateEscaping.rendered(template.text, List.of());
    }

    private String inserted(String value) {
        return switch (place) {
            case CONTENT -> isMarkup(value) ? value : escaped(value);
            case TAG -> escaped(value);
            case CDATA -> value.replace("]]>", "]]]]><![CDATA[>");
            case COMMENT -> value;
        };
    }

    private void follow(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            place = switch (place) {
                case CONTENT ->
                    literal.startsWith("<![CDATA[", i)
                            ? Place.CDATA
                            : literal.startsWith("<!--", i) ? Place.COMMENT : c == '<' ? Place.TAG : place;
                case TAG -> c == '>' ? Place.CONTENT : place;
                case CDATA -> literal.startsWith("]]>", i) ? Place.CONTENT : place;
                case COMMENT -> literal.startsWith("-->", i) ? Place.CONTENT : place;
            };
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    /** Elements, well-formed; a text without any element is text. */
    private static boolean isMarkup(String value) {
        if (!value.stripLeading().startsWith("<")) {
            return false;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader("<r>" + value + "</r>"));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
