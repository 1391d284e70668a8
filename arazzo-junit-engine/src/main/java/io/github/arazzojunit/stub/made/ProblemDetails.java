package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** RFC 9457: a problem says the status of its answer, and one that nobody has described says its phrase. */
final class ProblemDetails {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    private ProblemDetails() {}

    /** @param shown whether the description shows the body */
    static JsonNode of(int status, JsonNode body, boolean shown) {
        if (!(body instanceof ObjectNode problem)) {
            return body;
        }
        if (problem.path("status").isIntegralNumber()) {
            problem.set("status", IntNode.valueOf(status));
        }
        if (!shown && problem.path("title").isTextual() && PHRASES.containsKey(status)) {
            problem.set("title", TextNode.valueOf(PHRASES.get(status)));
        }
        return problem;
    }
}
