package io.github.arazzojunit.http;

import io.github.arazzojunit.openapi.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a request of an operation and evaluated values. Knows nothing of expressions; invents no value that the step
 * does not give (HTTP-07, BOD-14). Stateless and thread-safe.
 *
 * <p>Answers PRM-03, PRM-06 to PRM-19, BOD-02, BOD-03, BOD-09 to BOD-14, HTTP-06, SEC-09.
 */
public final class RequestBuilder {

    /**
     * @param baseUrl absolute, {@code http} or {@code https}; its path and query stay in front (PRM-12)
     * @param parameters the effective list of the step
     * @param body absent where the step has none
     * @throws RequestException when a value is missing that the request cannot do without, or cannot be sent
     */
    public PreparedRequest build(
            Operation operation, URI baseUrl, List<RequestParameter> parameters, Optional<RequestContent> body)
            throws RequestException {
        SerializedParameters serialized = new SerializedParameters(operation);
        for (RequestParameter parameter : parameters) {
            serialized.add(parameter);
        }
        List<String> notes = new ArrayList<>(serialized.notes());
        URI uri = TargetUri.of(operation, baseUrl, serialized);
        HeaderFields headers = new HeaderFields(operation);
        headers.addAll(serialized.headers());
        headers.addCookies(serialized.cookies());
        headers.addIfAbsent("Accept", ContentTypes.accepted(operation));

        Optional<EncodedBody> encoded = Optional.empty();
        if (body.isPresent()) {
            if (body.get().payload().isMissingNode()) {
                throw new RequestException(
                        "The body of %s is missing: its expression found nothing. The request is not sent; make sure that the value exists when the step runs."
                                .formatted(operation));
            }
            Optional<String> given = headers.value("Content-Type").or(body.get()::contentType);
            encoded = Optional.of(new BodyEncoder(operation, body.get().position())
                    .encode(given, body.get().payload()));
            notes.addAll(encoded.get().notes());
            headers.set("Content-Type", encoded.get().contentType());
        }
        notes.addAll(headers.notes());
        HttpRequest request =
                new HttpRequest(operation.method(), uri, headers.fields(), encoded.map(EncodedBody::bytes));
        return new PreparedRequest(
                request,
                serialized.pathValues(),
                serialized.queryValues(),
                headers.values(serialized.headerValues()),
                encoded.map(EncodedBody::value),
                notes);
    }
}
