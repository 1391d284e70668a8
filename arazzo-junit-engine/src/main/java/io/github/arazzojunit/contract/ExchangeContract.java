package io.github.arazzojunit.contract;

import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import java.util.List;

/**
 * Holds requests and responses against the description of their operation: status, media type, parameters, headers,
 * bodies. What the description does not say is allowed, though members that it does not name get a warning; a schema
 * that cannot be used says nothing but gets a warning too. Thread-safe.
 */
public final class ExchangeContract {

    private final MessageParts parts;

    public ExchangeContract(ApiDescription description) {
        this.parts = new MessageParts(description);
    }

    /** What it validates bodies with. */
    public SchemaValidator schemas() {
        return parts.schemas();
    }

    /** Everything about a response that its operation does not document. */
    public List<ContractViolation> response(Operation operation, HttpRequest request, HttpResponse response) {
        return new ResponseCheck(parts, operation, request, response).violations();
    }

    /** Everything about a request that its operation does not allow. */
    public List<ContractViolation> request(Operation operation, PreparedRequest request) {
        return new RequestCheck(parts, operation, request).violations();
    }
}
