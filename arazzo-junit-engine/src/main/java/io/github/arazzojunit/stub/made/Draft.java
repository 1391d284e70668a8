package io.github.arazzojunit.stub.made;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.stub.data.Supplied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer in the making.
 *
 * @param content empty for an answer without a body
 * @param body as JSON, whatever the representation
 * @param headers by name
 * @param supplied what was put into the body although no schema declares it
 * @param problems why it is not what it should be, with places of the description
 */
record Draft(
        StatusChoice choice,
        Optional<ContentChoice> content,
        Optional<JsonNode> body,
        Map<String, String> headers,
        List<Supplied> supplied,
        List<String> problems) {

    Draft {
        headers = Map.copyOf(headers);
        supplied = List.copyOf(supplied);
        problems = List.copyOf(problems);
    }

    Draft withBody(JsonNode other) {
        return new Draft(choice, content, Optional.of(other), headers, supplied, problems);
    }

    HttpResponse response() {
        List<Header> fields = new ArrayList<>();
        if (content.isPresent() && body.isPresent()) {
            fields.add(new Header("Content-Type", content.get().type().toString()));
        }
        headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> fields.add(new Header(header.getKey(), header.getValue())));
        Bytes bytes = content.isPresent() && body.isPresent()
                ? Bytes.of(text(content.get(), body.get())
                        .getBytes(content.get().type().charset()))
                : Bytes.EMPTY;
        return new HttpResponse(choice.status(), fields, bytes);
    }

    private static String text(ContentChoice content, JsonNode body) {
        if (content.type().isJson()) {
            return body.toString();
        }
        if (body.isTextual()) {
            return body.textValue();
        }
        return content.type().isXml()
                ? XmlText.of(body, content.description().flatMap(found -> found.schema()))
                : body.toString();
    }
}
