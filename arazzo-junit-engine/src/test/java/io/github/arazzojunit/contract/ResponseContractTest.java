package io.github.arazzojunit.contract;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each line of the tables is a response of one of the shops; the answers are written with single quotes. */
class ResponseContractTest {

    private static final String ORDER = "'id': 1, 'state': 'open', 'lines': [{'sku': 'AB-1', 'count': 2}]";

    private static Shop old;
    private static Shop modern;

    private record Shop(ApiDescription description, ExchangeContract contract) {

        static Shop read(String file) throws Exception {
            try (InputStream text = ResponseContractTest.class.getResourceAsStream("/contract/" + file)) {
                byte[] bytes = Objects.requireNonNull(text).readAllBytes();
                ApiDescription description = ApiDescription.of(
                        LocatedReader.read(URI.create("file:/" + file), bytes, ReadLimits.DEFAULT),
                        ReferenceLoader.none());
                return new Shop(description, new ExchangeContract(description));
            }
        }
    }

    @BeforeAll
    static void readShops() throws Exception {
        old = Shop.read("shop-3.0.yaml");
        modern = Shop.read("shop-3.1.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/contract/broken-responses.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '`')
    void a_response_that_breaks_its_description_is_found(
            String sentence,
            String operation,
            int status,
            String headers,
            String body,
            String part,
            String pointer,
            String message)
            throws IOException {
        List<ContractViolation> violations = violations(operation, response(status, headers, body));

        assertThat(violations)
                .filteredOn(violation -> !violation.isWarning())
                .first()
                .satisfies(violation -> {
                    assertThat(violation.part()).isEqualTo(part);
                    assertThat(violation.pointer()).isEqualTo(pointer == null ? "" : pointer);
                    assertThat(violation.message()).contains(message);
                    assertThat(violation.position().line()).isGreaterThan(1);
                    assertThat(violation.schemaPointer()).startsWith("/");
                });
        assertThat(violations.stream().filter(violation -> !violation.isWarning()))
                .as("nothing else is wrong")
                .hasSizeLessThanOrEqualTo(message.startsWith("suits none") ? 2 : 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/contract/allowed-responses.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '`')
    void a_response_that_its_description_allows_is_not_flagged(
            String sentence, String operation, int status, String headers, String body) throws IOException {
        assertThat(violations(operation, response(status, headers, body))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/contract/odd-responses.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void what_a_description_leaves_open_is_a_warning(
            String sentence, String operation, int status, String headers, String body, String pointers)
            throws IOException {
        List<ContractViolation> violations = violations(operation, response(status, headers, body));

        assertThat(violations).isNotEmpty().allMatch(ContractViolation::isWarning);
        assertThat(violations.stream().map(ContractViolation::pointer))
                .containsExactlyInAnyOrder(pointers == null ? new String[] {""} : pointers.split(" "));
    }

    @Test
    void a_violation_says_where_what_is_expected_what_is_there_and_which_line_says_so() throws IOException {
        String body = "{" + ORDER.replace("'count': 2", "'count': 'two'") + "}";

        assertThat(violations("getOrder", response(200, "X-Rate-Limit: 1", body)))
                .singleElement()
                .hasToString("the body at /lines/0/count: string found, integer expected, actual: \"two\""
                        + " (shop-3.0.yaml:104:17 #/components/schemas/Line/properties/count/type)");
    }

    @Test
    void a_response_to_HEAD_has_no_body_to_check() throws IOException {
        assertThat(violations("headOrder", response(200, "Content-Type: text/html", "")))
                .isEmpty();
    }

    private static List<ContractViolation> violations(String operationId, HttpResponse response) {
        Shop shop = old.description().operation(operationId).isPresent() ? old : modern;
        Operation operation = shop.description().operation(operationId).orElseThrow();
        HttpRequest request =
                new HttpRequest(operation.method(), URI.create("http://localhost/"), List.of(), Optional.empty());
        return shop.contract().response(operation, request, response);
    }

    /** JSON unless the headers say otherwise; {@code ORDER} stands for the members of a good order. */
    private static HttpResponse response(int status, String headers, String body) {
        List<Header> all = new ArrayList<>();
        for (String line : headers == null ? new String[0] : headers.split(";;")) {
            String[] pair = line.strip().split(": *", 2);
            all.add(new Header(pair[0], pair[1].replace('\'', '"')));
        }
        if (all.stream().noneMatch(header -> header.isNamed("Content-Type"))) {
            all.add(new Header("Content-Type", "application/json"));
        }
        all.removeIf(header -> header.value().equals("(none)"));
        String text = body == null ? "" : body.replace("ORDER", ORDER).replace('\'', '"');
        return new HttpResponse(status, all, Bytes.utf8(text));
    }
}
