package io.github.arazzojunit.http;

/** One header field; the name as it is spelt on the wire, compared without case. */
public record Header(String name, String value) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
