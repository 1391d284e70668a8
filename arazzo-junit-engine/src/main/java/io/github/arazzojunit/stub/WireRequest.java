package io.github.arazzojunit.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.arazzojunit.http.HttpRequest;
import java.util.Base64;

/** A request as WireMock sees it, for asking its matchers before anything is sent. */
final class WireRequest {

    private WireRequest() {}

    static Request of(HttpRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", url(request));
        json.put("absoluteUrl", request.uri().toString());
        json.put("method", request.method());
        ObjectNode headers = json.putObject("headers");
        request.headers().forEach(header -> add(headers, header.name(), header.value()));
        request.body()
                .ifPresent(body -> json.put("bodyAsBase64", Base64.getEncoder().encodeToString(body.toArray())));
        // Only WireMock's own reading of a journal entry makes a request of its own type.
        return Json.read(json.toString(), LoggedRequest.class);
    }

    /** Adds a value to those of a header. */
    static void add(ObjectNode headers, String name, String value) {
        ArrayNode values = headers.get(name) instanceof ArrayNode known ? known : headers.putArray(name);
        values.add(value);
    }

    /** Path and query as they are sent. */
    static String url(HttpRequest request) {
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }
}
