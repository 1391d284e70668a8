package io.github.arazzojunit.criterion.xpath;

import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** Writes a changed document as text. */
final class XmlText {

    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s[^>]*\\?>\\s*");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    /** Asked before the content is written, because what writers do with such a character depends on the JDK. */
    static void requireAllowed(String content) throws XPathException {
        if (FORBIDDEN.matcher(content).find()) {
            throw new XPathException("the changed XML has a control character, which XML does not allow");
        }
    }

    /**
     * The document as text.
     *
     * @param original the text that it was read from; its XML declaration stays as it is
     */
    static String of(Document document, String original) throws XPathException {
        Matcher declaration = DECLARATION.matcher(original);
        StringWriter text = new StringWriter().append(declaration.find() ? declaration.group() : "");
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(document), new StreamResult(text));
        } catch (TransformerException e) {
            throw new XPathException("the changed XML cannot be written: " + e.getMessage());
        }
        return text.toString();
    }
}
