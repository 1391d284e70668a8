package io.github.arazzojunit.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The WireMock mapping that answers one request with one response. */
final class AnswerMapping {

    /** WireMock asks the mappings with the lowest number first; users rarely leave its default, 5. */
    private static final int AFTER_ALL_OTHERS = 1_000_000;

    /** The member of the metadata that says whom a recorded mapping answers. */
    static final String OWNER = "arazzo.run";

    private AnswerMapping() {}

    /** Before them: only the very first priority is as high. */
    private static final int BEFORE_ALL_OTHERS = 1;

    /** @param first whether it comes before the mappings of the user instead of after them */
    static String json(HttpRequest request, HttpResponse response, boolean first) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("name", "made for " + request.method() + " " + WireRequest.url(request));
        mapping.put("priority", first ? BEFORE_ALL_OTHERS : AFTER_ALL_OTHERS);
        return answering(mapping, request.method(), WireRequest.url(request), response)
                .toString();
    }

    /** @param owner the run that the mapping was recorded in and that alone it answers */
    static ObjectNode recorded(String method, String url, HttpResponse response, String owner) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("name", method + " " + url);
        mapping.putObject("metadata").put(OWNER, owner);
        return answering(mapping, method, url, response);
    }

    private static ObjectNode answering(ObjectNode mapping, String method, String url, HttpResponse response) {
        mapping.putObject("request").put("method", method).put("url", url);
        ObjectNode answer = mapping.putObject("response");
        answer.put("status", response.status());
        ObjectNode headers = answer.putObject("headers");
        response.headers().forEach(header -> WireRequest.add(headers, header.name(), header.value()));
        if (!response.body().isEmpty()) {
            String body = response.body().text(StandardCharsets.UTF_8);
            boolean text = response.contentType().filter(MediaType::isTextual).isPresent()
                    && Bytes.utf8(body).equals(response.body());
            if (text) {
                answer.put("body", body);
            } else {
                answer.put(
                        "base64Body",
                        Base64.getEncoder().encodeToString(response.body().toArray()));
            }
        }
        return mapping;
    }
}
