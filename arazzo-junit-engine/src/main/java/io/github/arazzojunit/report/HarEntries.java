package io.github.arazzojunit.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.MediaType;
import io.github.arazzojunit.runner.Masker;
import io.github.arazzojunit.runner.RunEvent;
import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The exchanges of a run as entries of an HTTP Archive 1.2, secrets masked. Written while the run goes on, so that bodies
 * need not be kept. Not thread-safe.
 */
final class HarEntries implements AutoCloseable {

    static final String HEAD =
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"arazzo-junit-engine\",\"version\":\"0\"},\"entries\":[\n";

    static final String SEPARATOR = ",\n";
    static final String TAIL = "\n]}}\n";

    private final Writer file;
    private boolean empty = true;

    HarEntries(Path path) throws IOException {
        file = Files.newBufferedWriter(path);
    }

    void add(RunEvent.Exchanged exchanged, Masker masker) throws IOException {
        file.write(empty ? "" : SEPARATOR);
        file.write(Json.write(entry(exchanged, masker)));
        empty = false;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static ObjectNode entry(RunEvent.Exchanged exchanged, Masker masker) {
        long millis = exchanged.exchange().duration().toMillis();
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("startedDateTime", exchanged.start().toString());
        entry.put("time", millis);
        request(entry.putObject("request"), exchanged.exchange().request(), masker);
        response(entry.putObject("response"), exchanged.exchange().response(), masker);
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        entry.put(
                "comment",
                exchanged.invocation().workflow().workflowId() + " › "
                        + exchanged.visit().step().stepId());
        return entry;
    }

    private static void request(ObjectNode json, HttpRequest request, Masker masker) {
        String url = masker.url(request.uri().toString());
        common(json.put("method", request.method()).put("url", url), request.headers(), masker);
        query(json.putArray("queryString"), url);
        json.put("bodySize", request.body().map(body -> body.size()).orElse(0));
        request.body()
                .ifPresent(body -> json.putObject("postData")
                        .put("mimeType", request.header("Content-Type").orElse(""))
                        .put("text", masker.body(body.text(StandardCharsets.UTF_8))));
    }

    private static void response(ObjectNode json, HttpResponse response, Masker masker) {
        common(json.put("status", response.status()).put("statusText", ""), response.headers(), masker);
        json.putObject("content")
                .put("size", response.body().size())
                .put("mimeType", response.contentType().map(MediaType::toString).orElse(""))
                .put("text", masker.body(response.bodyAsText()));
        json.put("redirectURL", "").put("bodySize", response.body().size());
    }

    private static void common(ObjectNode json, List<Header> headers, Masker masker) {
        json.put("httpVersion", "HTTP/1.1").put("headersSize", -1).putArray("cookies");
        ArrayNode fields = json.putArray("headers");
        headers.forEach(header -> fields.addObject()
                .put("name", header.name())
                .put("value", masker.header(header.name(), header.value())));
    }

    private static void query(ArrayNode pairs, String url) {
        int begin = url.indexOf('?');
        if (begin < 0) {
            return;
        }
        for (String pair : url.substring(begin + 1).split("&")) {
            int equals = pair.indexOf('=');
            pairs.addObject()
                    .put("name", decoded(equals < 0 ? pair : pair.substring(0, equals)))
                    .put("value", equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
    }

    /** A masked value may hold anything; what cannot be decoded stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
