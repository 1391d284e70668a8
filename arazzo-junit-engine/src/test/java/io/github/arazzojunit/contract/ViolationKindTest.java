package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.config.ContractKind;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which kind the configuration decides about a violation. */
class ViolationKindTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: kinds, version: '1'}
            paths:
              /a:
                get:
                  operationId: read
                  responses:
                    '200':
                      description: fine
                      headers: {X-Rate: {schema: {type: integer}}}
                      content:
                        text/csv: {}
                        application/json:
                          schema:
                            type: object
                            properties:
                              n: {type: integer}
                              link: {type: string, format: uri}
                              iri: {type: string, format: iri}
                              maybe: {anyOf: [{type: string, format: uri}, {type: 'null'}]}
                              day: {type: string, format: date}
                              dayOrNull: {anyOf: [{type: string, format: date}, {type: 'null'}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            404 | application/json     |       | {}                   | STATUS
            200 | text/plain           |       | {}                   | CONTENT_TYPE
            200 | application/json     |       | {                    | CONTENT_TYPE
            200 | application/json     | many  | {}                   | HEADER
            200 | application/json     | 1     | {"n": "x"}           | BODY
            200 | application/json     | 1     | {"n": null}          | NULL
            200 | application/json     | 1     | {"link": null}       | NULL
            200 | application/json     | 1     | {"link": "a b"}      | FORMAT
            200 | application/json     | 1     | {"link": ""}         | FORMAT
            200 | application/json     | 1     | {"day": "today"}     | FORMAT
            200 | application/json     | 1     | {"dayOrNull": "today"} | FORMAT
            200 | application/json     | 1     | {"dayOrNull": 5}     | BODY
            """)
    void every_violation_has_the_kind_of_what_is_wrong(
            int status, String type, String rate, String body, ContractKind kind) throws Exception {
        assertThat(violations(status, type, rate, body))
                .isNotEmpty()
                .noneMatch(ContractViolation::isWarning)
                .extracting(ContractViolation::kind)
                .containsOnly(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"link": "/orders/1"}
            {"link": "orders?a=b#c"}
            {"iri": "/bestellungen/ä"}
            {"maybe": "/orders/1"}
            """)
    void a_relative_reference_where_a_uri_is_described_is_only_a_warning(String body) throws Exception {
        assertThat(violations(200, "application/json", "1", body))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.isWarning()).isTrue();
                    assertThat(violation.kind()).isEqualTo(ContractKind.FORMAT);
                    assertThat(violation.toString()).contains("relative reference", "-reference' would allow both");
                });
    }

    private static List<ContractViolation> violations(int status, String type, String rate, String body)
            throws Exception {
        ApiDescription description = description();
        Operation operation = description.operation("read").orElseThrow();
        List<Header> headers = rate == null
                ? List.of(new Header("Content-Type", type))
                : List.of(new Header("Content-Type", type), new Header("X-Rate", rate));
        return new ExchangeContract(description)
                .response(
                        operation,
                        new HttpRequest("GET", URI.create("http://h/a"), List.of(), Optional.empty()),
                        new HttpResponse(status, headers, Bytes.utf8(body)));
    }

    @ParameterizedTest
    @CsvSource({"'', false", "br, true"})
    void a_body_in_an_unsupported_content_coding_is_a_violation_unless_it_was_asked_for(String asked, boolean warning)
            throws Exception {
        ApiDescription description = description();
        List<Header> sent = asked.isEmpty() ? List.of() : List.of(new Header("Accept-Encoding", asked));

        assertThat(new ExchangeContract(description)
                        .response(
                                description.operation("read").orElseThrow(),
                                new HttpRequest("GET", URI.create("http://h/a"), sent, Optional.empty()),
                                new HttpResponse(
                                        200,
                                        List.of(
                                                new Header("Content-Type", "application/json"),
                                                new Header("Content-Encoding", "br")),
                                        Bytes.of(new byte[] {0x0b, 2}))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.isWarning()).isEqualTo(warning);
                    assertThat(violation.kind()).isEqualTo(ContractKind.CONTENT_TYPE);
                    assertThat(violation.message()).contains("content coding br", "is not checked");
                });
    }

    @Test
    void json_in_a_wrong_charset_says_so() throws Exception {
        ApiDescription description = description();

        assertThat(new ExchangeContract(description)
                        .response(
                                description.operation("read").orElseThrow(),
                                new HttpRequest("GET", URI.create("http://h/a"), List.of(), Optional.empty()),
                                new HttpResponse(
                                        200,
                                        List.of(new Header("Content-Type", "application/json;charset=ISO-8859-1")),
                                        Bytes.of("{\"x\": \"ü\"}".getBytes(ISO_8859_1)))))
                .singleElement()
                .asString()
                .contains("is declared as application/json but is not encoded in UTF-8, as JSON has to be");
    }

    @Test
    void an_unknown_charset_is_a_warning() throws Exception {
        ApiDescription description = description();

        assertThat(new ExchangeContract(description)
                        .response(
                                description.operation("read").orElseThrow(),
                                new HttpRequest("GET", URI.create("http://h/a"), List.of(), Optional.empty()),
                                new HttpResponse(
                                        200,
                                        List.of(new Header("Content-Type", "text/csv;charset=utf8000")),
                                        Bytes.utf8("a;b"))))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.isWarning()).isTrue();
                    assertThat(violation.message()).contains("'utf8000'", "read as UTF-8");
                });
    }

    private static ApiDescription description() throws Exception {
        return ApiDescription.of(
                LocatedReader.read(URI.create("memory:/a.yaml"), DESCRIPTION.getBytes(UTF_8), ReadLimits.DEFAULT),
                ReferenceLoader.none());
    }
}
