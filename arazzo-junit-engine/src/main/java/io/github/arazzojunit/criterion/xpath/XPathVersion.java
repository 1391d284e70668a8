package io.github.arazzojunit.criterion.xpath;

/** The versions of XPath, by the number that names them. */
public enum XPathVersion {
    V1_0("1.0"),
    V2_0("2.0"),
    V3_0("3.0"),
    V3_1("3.1");

    private final String number;

    XPathVersion(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }
}
