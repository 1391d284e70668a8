package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response with any status: one that is not 2xx is a result like any other (HTTP-05). Immutable and thread-safe; the
 * body is parsed once, when it is first asked for.
 */
public final class HttpResponse {

    /** Fields whose values cannot be joined by commas. */
    private static final Set<String> FIRST_VALUE_ONLY = Set.of("set-cookie");

    private final int status;
    private final List<Header> headers;
    private final Bytes body;
    private volatile @Nullable BodyValue value;

    /**
     * @param headers as received, in their order
     * @param body without content codings such as gzip (HTTP-08)
     */
    public HttpResponse(int status, List<Header> headers, Bytes body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    public Bytes body() {
        return body;
    }

    /**
     * The value of a header, its name compared without case: repeated ones joined by {@code ", "}, of {@code Set-Cookie}
     * the first (AMB-58).
     */
    public Optional<String> header(String name) {
        List<String> values = headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                FIRST_VALUE_ONLY.contains(name.toLowerCase(Locale.ROOT))
                        ? values.get(0)
                        : values.stream().collect(Collectors.joining(", ")));
    }

    /** Empty when the response has none or one that is no media type. */
    public Optional<MediaType> contentType() {
        return rawContentType().flatMap(MediaType::parse);
    }

    /** The body as expressions see it, with a note where it is not what it claims to be (AMB-59). */
    public BodyValue bodyValue() {
        BodyValue known = value;
        if (known == null) {
            List<String> codings = contentCodings();
            known = codings.isEmpty() || body.isEmpty()
                    ? BodyValue.of(body, rawContentType())
                    : BodyValue.coded(codings);
            value = known;
        }
        return known;
    }

    /** The content codings that the body still has, because they are not supported. */
    public List<String> contentCodings() {
        return ContentCoding.remaining(headers);
    }

    /** What is wrong with the encoding of a JSON body; empty for UTF-8. */
    public Optional<String> wrongJsonCharset() {
        return BodyValue.wrongCharset(body);
    }

    /** The parsed body, numbers exact; empty when it is not declared as JSON or is none. */
    public Optional<JsonNode> bodyAsJson() {
        boolean json = contentType().filter(MediaType::isJson).isPresent();
        return json && bodyValue().note().isEmpty() ? bodyValue().value() : Optional.empty();
    }

    /** The body as text in the charset of its Content-Type, UTF-8 without one (HTTP-08). */
    public String bodyAsText() {
        return body.text(contentType().map(MediaType::charset).orElse(StandardCharsets.UTF_8));
    }

    private Optional<String> rawContentType() {
        return headers.stream()
                .filter(header -> header.isNamed("Content-Type"))
                .map(Header::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
