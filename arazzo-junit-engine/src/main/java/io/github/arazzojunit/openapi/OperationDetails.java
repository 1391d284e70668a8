package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import java.util.List;
import java.util.Optional;

/** What an operation says, with what it inherits. */
record OperationDetails(
        List<OperationParameter> parameters,
        Optional<RequestBodyDescription> requestBody,
        List<ResponseDescription> responses,
        List<ServerDescription> servers,
        List<SecurityRequirement> security,
        List<Finding> findings) {}
