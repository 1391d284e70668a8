package io.github.arazzojunit.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request in its final form: a transport sends it and changes nothing.
 *
 * @param method in upper case unless the description has it otherwise
 * @param uri absolute, without fragment, percent-encoded: the value of {@code $url} (AMB-56)
 * @param headers in the order of sending; the transport adds Host, Content-Length and Connection itself
 * @param body absent when nothing is sent, which is not the same as empty
 */
public record HttpRequest(String method, URI uri, List<Header> headers, Optional<Bytes> body) {

    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** The first header of this name, compared without case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
