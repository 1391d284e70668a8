package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.OperationParameter;
import io.github.arazzojunit.openapi.PublicDescriptionsTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class PublicRequestsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    @Test
    void a_request_can_be_built_for_every_operation_of_every_public_description() throws Exception {
        int requests = 0;
        for (ApiDescription description : PublicDescriptionsTest.descriptions()) {
            for (Operation operation : description.operations()) {
                PreparedRequest prepared = new RequestBuilder()
                        .build(
                                operation,
                                URI.create("http://localhost:8080/base"),
                                parameters(operation),
                                body(operation));

                assertThat(prepared.request().uri().toString())
                        .as("%s %s", description, operation)
                        .startsWith("http://localhost:8080/base/")
                        .doesNotContain("{", "}", " ");
                requests++;
            }
        }
        assertThat(requests).isGreaterThan(5_000);
    }

    private static List<RequestParameter> parameters(Operation operation) {
        List<RequestParameter> parameters = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            boolean reserved = name.startsWith("+")
                    && operation.parameter(Location.PATH, name.substring(1)).isPresent();
            parameters.add(
                    new RequestParameter(reserved ? name.substring(1) : name, Location.PATH, TextNode.valueOf("v/1")));
        }
        for (OperationParameter parameter : operation.parameters()) {
            if (parameter.in() != Location.PATH && !parameter.name().equalsIgnoreCase("Content-Type")) {
                parameters.add(new RequestParameter(parameter.name(), parameter.in(), TextNode.valueOf("a b&c")));
            }
        }
        return parameters;
    }

    private static Optional<RequestContent> body(Operation operation) {
        return operation
                .requestBody()
                .map(body -> new RequestContent(
                        Optional.of("application/json"),
                        InitialPayload.of(operation, Optional.empty()),
                        body.source().position()));
    }
}
