package io.github.arazzojunit.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The WireMock mapping that answers one request with one response. */
final class AnswerMapping {

    /** WireMock asks the mappings with the lowest number first; users rarely leave its default, 5. */
    private static final int AFTER_ALL_OTHERS = 1_000_000;

    private AnswerMapping() {}

    /** Before them: only the very first priority is as high. */
    private static final int BEFORE_ALL_OTHERS = 1;

    /** @param first whether it comes before the mappings of the user instead of after them */
    static String json(HttpRequest request, HttpResponse response, boolean first) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("name", "made for " + request.method() + " " + WireRequest.url(request));
        mapping.put("priority", first ? BEFORE_ALL_OTHERS : AFTER_ALL_OTHERS);
        mapping.putObject("request").put("method", request.method()).put("url", WireRequest.url(request));
        ObjectNode answer = mapping.putObject("response");
        answer.put("status", response.status());
        ObjectNode headers = answer.putObject("headers");
        response.headers().forEach(header -> WireRequest.add(headers, header.name(), escaped(header.value())));
        if (!response.body().isEmpty()) {
            boolean text = response.contentType().isPresent()
                    && response.contentType().get().isTextual()
                    && response.contentType().get().charset().equals(StandardCharsets.UTF_8)
                    && !response.bodyAsText().contains("{{");
            if (text) {
                answer.put("body", response.bodyAsText());
            } else {
                answer.put(
                        "base64Body",
                        Base64.getEncoder().encodeToString(response.body().toArray()));
            }
        }
        return mapping.toString();
    }

    /** Braces would be taken for a template, and a template has no other way to write them. */
    private static String escaped(String value) {
        return value.contains("{{")
                ? "{{base64 '" + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
                        + "' decode=true}}"
                : value;
    }
}
