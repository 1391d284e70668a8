package io.github.arazzojunit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.http.RequestBuilder;
import io.github.arazzojunit.http.RequestContent;
import io.github.arazzojunit.http.RequestParameter;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContractTest {

    private static final String GOOD = "path kind 'new'; query limit 5; cookie session 1";
    private static final String BODY = "{'text': 'a'}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a path out of its enumeration | path kind 'newest' | JSON | the path parameter 'kind' | | enumeration",
                "a query above its maximum | query limit 101 | JSON | the query parameter 'limit' | | maximum value of 100",
                "a query of the wrong type | query limit 'all' | JSON | the query parameter 'limit' | | string found, integer",
                "a required query that is not sent | query limit - | JSON | the query parameter 'limit' | | is not sent",
                "a text that does not match | query code 'x' | JSON | the query parameter 'code' | | pattern",
                "an item of a list | query ids [1,'x'] | JSON | the query parameter 'ids' | /1 | string found, integer",
                "an item of a list in one text | query ids '1,x' | JSON | the query parameter 'ids' | /1 | string found",
                "a parameter in JSON | query filter {'to': 1} | JSON | the query parameter 'filter' | | 'by' is missing",
                "a header of the wrong type | header X-Trace 'yes' | JSON | the header parameter 'X-Trace' | | boolean",
                "a cookie of the wrong type | cookie session 'a' | JSON | the cookie parameter 'session' | | integer",
                "a required cookie that is not sent | cookie session - | JSON | the cookie parameter 'session' | | is not sent",
                "no body | - | - | the body | | is not sent, although it is required",
                "a body without a member | - | {} | the body | | the required member 'text' is missing",
                "a member of the wrong type | - | {'text': 1} | the body | /text | integer found, string expected",
                "a member for responses only | - | {'text': 'a', 'id': 1} | the body | /id | a request must not carry it",
                "another media type | header Content-Type 'text/plain' | 'a' | the header Content-Type | | the operation takes",
                "a form without a field | header Content-Type 'application/x-www-form-urlencoded' | {'page': 1} | the body | | 'text'",
                "a field of the wrong type | header Content-Type 'application/x-www-form-urlencoded' | {'text': 'a', 'page': 'b'} | the body | /page | integer",
            })
    void a_request_that_breaks_its_description_is_found(
            String sentence, String change, String body, String part, String pointer, String message) throws Exception {
        assertThat(violations(change, body)).singleElement().satisfies(violation -> {
            assertThat(violation.isWarning()).isFalse();
            assertThat(violation.part()).isEqualTo(part);
            assertThat(violation.pointer()).isEqualTo(pointer == null ? "" : pointer);
            assertThat(violation.message()).contains(message);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the smallest good request | - | JSON",
                "a number that travels as text | query limit '5' | JSON",
                "a number where a text of digits is asked for | query code 17 | JSON",
                "a list | query ids [1,2] | JSON",
                "a list in one text | query ids '1,2' | JSON",
                "a parameter in JSON | query filter {'by': 'x'} | JSON",
                "a parameter in JSON as text | query filter '{\"by\": 1}' | JSON",
                "true as text | header X-Trace 'true' | JSON",
                "a parameter that OpenAPI ignores | header Authorization 'Basic x' | JSON",
                "a member for requests only | - | {'text': 'a', 'password': 'b'}",
                "a form with a number for a text | header Content-Type 'application/x-www-form-urlencoded' | {'text': 1, 'page': '2'}",
            })
    void a_request_that_its_description_allows_is_not_flagged(String sentence, String change, String body)
            throws Exception {
        assertThat(violations(change, body)).isEmpty();
    }

    private static List<ContractViolation> violations(String change, String body) throws Exception {
        ApiDescription description;
        try (InputStream text = RequestContractTest.class.getResourceAsStream("/contract/shop-3.1.yaml")) {
            description = ApiDescription.of(
                    LocatedReader.read(
                            URI.create("file:/shop-3.1.yaml"),
                            Objects.requireNonNull(text).readAllBytes(),
                            ReadLimits.DEFAULT),
                    ReferenceLoader.none());
        }
        Operation operation = description.operation("search").orElseThrow();
        List<RequestParameter> parameters = new ArrayList<>();
        for (String parameter : (GOOD + (change.equals("-") ? "" : "; " + change)).split("; ")) {
            String[] words = parameter.split(" ", 3);
            Location in = Location.valueOf(words[0].toUpperCase(Locale.ROOT));
            parameters.removeIf(known -> known.name().equals(words[1]));
            if (!words[2].equals("-")) {
                parameters.add(new RequestParameter(words[1], in, json(words[2])));
            }
        }
        Optional<RequestContent> content = body.equals("-")
                ? Optional.empty()
                : Optional.of(new RequestContent(
                        Optional.empty(), json(body.equals("JSON") ? BODY : body), operation.position()));
        PreparedRequest request =
                new RequestBuilder().build(operation, URI.create("http://localhost"), parameters, content);
        return new ExchangeContract(description).request(operation, request);
    }

    private static JsonNode json(String text) throws Exception {
        return text.startsWith("'{")
                ? TextNode.valueOf(text.substring(1, text.length() - 1))
                : Json.parse(text.replace('\'', '"'));
    }
}
