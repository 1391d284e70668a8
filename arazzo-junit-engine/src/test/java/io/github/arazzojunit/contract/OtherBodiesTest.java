package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not JSON against their schemas. */
class OtherBodiesTest {

    private static final String ORDER =
            "{type: object, xml: {name: order}, required: [id], properties: {id: {type: integer,"
                    + " xml: {attribute: true}}, state: {enum: [open, paid]}, lines: {type: array, xml: {wrapped: true},"
                    + " items: {type: number, xml: {name: line}}}}}";

    private static List<String> violations(String mediaType, String schema, String body) throws Exception {
        return violations(mediaType, schema, body, List.of(new Header("Content-Type", mediaType)));
    }

    private static List<String> violations(String mediaType, String schema, String body, List<Header> headers)
            throws Exception {
        String text = """
                openapi: 3.2.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /orders:
                    get:
                      operationId: read
                      responses: {'200': {description: fine, content: {'TYPE': SCHEMA}}}
                """.replace("TYPE", mediaType).replace("SCHEMA", schema.replace("ORDER", ORDER));
        ApiDescription description = ApiDescription.of(
                LocatedReader.read(URI.create("memory:/shop.yaml"), text.getBytes(UTF_8), ReadLimits.DEFAULT),
                ReferenceLoader.none());
        Operation operation = description.operation("read").orElseThrow();
        HttpResponse response = new HttpResponse(200, headers, Bytes.of(body.getBytes(UTF_8)));
        HttpRequest request =
                new HttpRequest("GET", URI.create("http://shop.test/orders"), List.of(), Optional.empty());
        return new ExchangeContract(description)
                .response(operation, request, response).stream()
                        .map(violation -> (violation.isWarning() ? "warning: " : "") + violation)
                        .toList();
    }

    private static String text(String body) {
        return body.equals("''") ? "" : body.replace("\\n", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/xml | {schema: ORDER} | <order id=\"7\"><state>open</state><lines><line>1.5</line></lines></order>",
                "text/xml | {schema: {type: string}} | <anything/>",
                "application/x-ndjson | {schema: ORDER} | {\"id\": 7}\\n{\"id\": 8, \"state\": \"paid\"}",
                "application/x-ndjson | {itemSchema: ORDER} | {\"id\": 7}\\n\\n{\"id\": 8}",
                "application/jsonl | {schema: {type: array, maxItems: 2, items: ORDER}} | {\"id\": 7}\\n{\"id\": 8}",
                "application/x-www-form-urlencoded | {schema: ORDER} | id=7&state=open&lines=1&lines=2.5",
                "application/yaml | {schema: ORDER} | id: 7\\nlines: [1, 2]",
                "application/xml | {schema: ORDER} | <order id=\"7\" xmlns=\"urn:a\" xmlns:b=\"urn:b\"><state>open</state><b:state>x</b:state></order>",
                "application/x-ndjson | {schema: ORDER} | ''",
                "application/x-ndjson | {schema: {type: array, items: ORDER}} | ''",
                "text/yaml | {schema: {type: string}} | ''",
                "application/yaml | {schema: ORDER} | id: &n 7\\nlines: [*n]",
                "application/xml | {schema: ORDER} | <order id=\" 7 \"><lines>\\n<line>\\n 1.5 \\n</line>\\n</lines></order>",
                "application/xml | {} | <order/>",
                "image/png | {schema: {type: string, format: binary}} | not looked at",
            })
    void a_body_that_its_schema_allows_has_no_finding(String mediaType, String schema, String body) throws Exception {
        assertThat(violations(mediaType, schema, text(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/xml | {schema: ORDER} | <order id=\"x\"/> | the body at /id: ",
                "application/xml | {schema: ORDER} | <order id=\"7\"><state>lost</state></order> | the body at /state: ",
                "application/xml | {schema: ORDER} | <order><state>open</state></order> | the required member 'id' is missing",
                "application/xml | {schema: ORDER} | <order id=\"7\"><lines><line>a</line></lines></order> | the body at /lines/0: ",
                "application/xml | {schema: ORDER} | <Order id=\"7\"/> | the root element is 'Order', the XML Object names 'order'",
                "application/xml | {schema: ORDER} | {\"id\": 7} | is declared as application/xml but cannot be read as that",
                "application/x-ndjson | {schema: ORDER} | {\"id\": 7}\\n{\"id\": \"x\"} | line 2 of the body at /id: ",
                "application/x-ndjson | {schema: ORDER} | {\"id\": 7}\\nnot json | is declared as application/x-ndjson but cannot be read",
                "application/jsonl | {schema: {type: array, maxItems: 1, items: ORDER}} | {\"id\": 7}\\n{\"id\": 8} | must have at most 1 items",
                "application/x-www-form-urlencoded | {schema: ORDER} | id=seven | the body at /id: ",
                "application/x-www-form-urlencoded | {schema: ORDER} | id=%zz | cannot be read as that",
                "application/yaml | {schema: ORDER} | id: [7] | the body at /id: ",
                "application/x-ndjson | {schema: {type: array, minItems: 1, items: ORDER}} | '' | must have at least 1 items",
                "application/yaml | {schema: ORDER} | '' | is declared as application/yaml but cannot be read",
                "application/xml | {schema: ORDER} | <order id=\"7\"><lines><x>1</x></lines></order> | an item of 'lines' is 'x', the XML Object names 'line'",
                "application/xml | {schema: ORDER} | <order id=\"7\"><state>open</state><state>paid</state></order> | the body at /state: ",
                "application/xml | {schema: {type: array, xml: {name: all}, items: ORDER}} | <all><offer id=\"7\"/></all> | the XML Object names 'order'",
                "application/yaml | {schema: ORDER} | id: 7\\n---\\nid: x | is declared as application/yaml but cannot be read",
                "application/yaml | {schema: ORDER} | id: [7 | is declared as application/yaml but cannot be read",
            })
    void a_body_that_its_schema_forbids_is_found(String mediaType, String schema, String body, String finding)
            throws Exception {
        assertThat(violations(mediaType, schema, text(body)))
                .anySatisfy(violation -> assertThat(violation).contains(finding).doesNotStartWith("warning"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cbor | {schema: {type: object}}",
                "multipart/mixed | {schema: {type: object}}",
                "text/event-stream | {schema: {type: object, properties: {timeout: {type: integer}}}}",
            })
    void a_body_that_cannot_be_read_gets_a_note(String mediaType, String schema) throws Exception {
        assertThat(violations(mediaType, schema, "x"))
                .singleElement()
                .asString()
                .startsWith("warning: the body: is not checked against its schema, because bodies of " + mediaType)
                .contains("shop.yaml:7:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | {schema: {type: string, format: binary}}",
                "application/* | {}",
                "application/octet-stream | {schema: {type: string, format: binary}}",
            })
    void a_body_without_a_content_type_may_be_bytes_of_any_kind(String mediaType, String schema) throws Exception {
        assertThat(violations(mediaType, schema, "abc", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "image/*"})
    void a_body_without_a_content_type_is_not_what_the_description_names(String mediaType) throws Exception {
        assertThat(violations(mediaType, "{}", "abc", List.of()))
                .singleElement()
                .asString()
                .contains("the header Content-Type: is missing or no media type");
    }
}
