package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A body ready to be sent.
 *
 * @param contentType as it goes into the header, with a boundary where one is needed
 * @param value what {@code $request.body} reads
 */
record EncodedBody(Bytes bytes, String contentType, JsonNode value, List<String> notes) {

    EncodedBody {
        notes = List.copyOf(notes);
    }
}
