package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.criterion.xpath.XPathException;
import io.github.arazzojunit.criterion.xpath.XPathQuery;
import io.github.arazzojunit.criterion.xpath.XPathVersion;
import io.github.arazzojunit.expression.JsonText;

/** What conditions and selectors in XPath share. */
final class XPaths {

    private XPaths() {}

    static XPathQuery compile(LanguageVersion version, String text) throws UnusableConditionException {
        try {
            return XPathQuery.compile(
                    text,
                    switch (version) {
                        case XPATH_10 -> XPathVersion.V1_0;
                        case XPATH_20 -> XPathVersion.V2_0;
                        case XPATH_30 -> XPathVersion.V3_0;
                        default -> XPathVersion.V3_1;
                    });
        } catch (XPathException e) {
            throw new UnusableConditionException(e.getMessage());
        }
    }

    /** The XML text of a context. */
    static String xml(JsonNode context) throws UnusableConditionException {
        if (!context.isTextual()) {
            throw new UnusableConditionException(
                    "the context is a JSON " + JsonText.typeName(context) + ", and XPath needs XML text");
        }
        return context.textValue();
    }
}
