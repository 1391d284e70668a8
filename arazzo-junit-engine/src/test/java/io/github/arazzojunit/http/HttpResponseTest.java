package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {

    private static HttpResponse response(String contentType, String body) {
        return new HttpResponse(200, List.of(new Header("content-type", contentType)), Bytes.utf8(body));
    }

    @Test
    void AMB_58_repeated_headers_are_joined_except_cookies() {
        HttpResponse response = new HttpResponse(
                200,
                List.of(
                        new Header("Vary", "a"),
                        new Header("Set-Cookie", "x=1, y"),
                        new Header("VARY", "b"),
                        new Header("Set-Cookie", "z=2")),
                Bytes.EMPTY);

        assertThat(response.header("vary")).hasValue("a, b");
        assertThat(response.header("set-cookie")).hasValue("x=1, y");
        assertThat(response.header("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/problem+json; charset=utf-8", "APPLICATION/JSON"})
    void AMB_59_json_is_parsed_once_with_exact_numbers(String contentType) {
        HttpResponse response = response(contentType, "{\"n\":1.10,\"i\":123456789012345678901234567890}");

        assertThat(response.bodyAsJson()).hasValueSatisfying(json -> {
            assertThat(json.get("n").decimalValue()).hasToString("1.10");
            assertThat(json.get("i").bigIntegerValue()).hasToString("123456789012345678901234567890");
            assertThat(response.bodyAsJson().orElseThrow()).isSameAs(json);
        });
        assertThat(response.bodyValue().note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | {oops          | {oops          | is no JSON
            application/json                  | {} x           | {} x           | is no JSON
            text/html                         | <p>            | <p>            | ''
            application/xml                   | <a/>           | <a/>           | ''
            application/x-www-form-urlencoded | a=1            | a=1            | ''
            nonsense                          | plain          | plain          | is no media type
            """)
    void AMB_59_other_text_is_a_string(String contentType, String body, String value, String note) {
        BodyValue bodyValue = response(contentType, body).bodyValue();

        assertThat(bodyValue.value())
                .hasValueSatisfying(node -> assertThat(node.textValue()).isEqualTo(value));
        assertThat(bodyValue.note().orElse("")).contains(note);
        assertThat(response(contentType, body).bodyAsJson()).isEmpty();
    }

    @Test
    void SEC_04_json_that_is_nested_too_deeply_is_read_as_text() {
        String body = "[".repeat(2000) + "]".repeat(2000);
        BodyValue bodyValue = response("application/json", body).bodyValue();

        assertThat(bodyValue.value())
                .hasValueSatisfying(node -> assertThat(node.textValue()).isEqualTo(body));
        assertThat(bodyValue.note()).hasValueSatisfying(note -> assertThat(note).contains("nesting depth"));
    }

    @Test
    void numbers_with_any_exponent_are_written() throws JsonProcessingException {
        assertThat(Json.write(Json.parse("{\"n\": 1e99999, \"m\": 1e3}"))).isEqualTo("{\"n\":1E+99999,\"m\":1E+3}");
        assertThat(Json.write(Json.parse("1e3"))).isEqualTo("1000");
    }

    @Test
    void AMB_59_binary_and_empty_bodies_have_no_value_but_a_note() {
        assertThat(response("image/png", "x").bodyValue().value()).isEmpty();
        assertThat(response("image/png", "x").bodyValue().note())
                .hasValueSatisfying(note -> assertThat(note).contains("binary"));
        assertThat(response("application/json", "").bodyValue().value()).isEmpty();
        assertThat(response("application/json", "").bodyValue().note()).isPresent();
    }

    @Test
    void AMB_59_a_body_without_a_type_is_read_as_what_it_looks_like() {
        HttpResponse json = new HttpResponse(200, List.of(), Bytes.utf8("{\"a\":1}"));
        HttpResponse binary = new HttpResponse(200, List.of(), Bytes.of(new byte[] {(byte) 0xFF, 0}));

        assertThat(json.bodyValue().value())
                .hasValueSatisfying(
                        value -> assertThat(value.get("a").intValue()).isEqualTo(1));
        assertThat(json.bodyValue().note())
                .hasValueSatisfying(note -> assertThat(note).contains("no Content-Type"));
        assertThat(binary.bodyValue().value()).isEmpty();
    }

    @Test
    void HTTP_08_text_is_read_in_its_charset() {
        HttpResponse latin = new HttpResponse(
                200,
                List.of(new Header("Content-Type", "text/plain; charset=\"iso-8859-1\"")),
                Bytes.of("é".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(latin.bodyAsText()).isEqualTo("é");
        assertThat(latin.bodyValue().value())
                .hasValueSatisfying(value -> assertThat(value.textValue()).isEqualTo("é"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            text/plain                          | text/plain
            Text/PLAIN ; Charset="utf-8";a = b  | text/plain; charset=utf-8; a=b
            multipart/form-data; boundary="a b" | multipart/form-data; boundary="a b"
            text                                | -
            text/plain, text/html               | -
            a b/c                               | -
            """)
    void media_types_are_parsed_and_written(String text, String expected) {
        assertThat(MediaType.parse(text).map(MediaType::toString).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, ISO-8859-1, it is read as text",
        "application/json;charset=ISO-8859-1, ISO-8859-1, it is read as text",
        "application/json, UTF-16LE, it is read all the same",
        "application/problem+json, UTF-16BE, it is read all the same"
    })
    void HTTP_08_json_in_another_charset_than_UTF_8_says_so(String contentType, String charset, String consequence) {
        HttpResponse response = new HttpResponse(
                200,
                List.of(new Header("Content-Type", contentType)),
                Bytes.of("{\"name\": \"Müller\"}".getBytes(Charset.forName(charset))));

        assertThat(response.bodyValue().note())
                .hasValueSatisfying(note -> assertThat(note).contains("is not encoded in UTF-8", consequence));
        assertThat(response.bodyAsJson()).isEmpty();
        assertThat(response.wrongJsonCharset()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            br             | br
            zstd, gzip     | zstd
            gzip, br       | gzip, br
            """)
    void HTTP_08_a_content_coding_that_is_not_supported_is_named(String codings, String left) {
        HttpResponse response = new HttpResponse(
                200,
                List.of(new Header("Content-Type", "application/json"), new Header("Content-Encoding", codings)),
                Bytes.of(new byte[] {0x0b, 2}));

        assertThat(String.join(", ", response.contentCodings())).isEqualTo(left);
        assertThat(response.bodyValue().value()).isEmpty();
        assertThat(response.bodyValue().note())
                .hasValueSatisfying(note -> assertThat(note).contains("content coding " + left));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "deflate, gzip", ""})
    void HTTP_08_a_supported_content_coding_is_gone_from_the_body(String codings) {
        HttpResponse response = new HttpResponse(
                200,
                List.of(new Header("Content-Type", "application/json"), new Header("Content-Encoding", codings)),
                Bytes.utf8("1"));

        assertThat(response.contentCodings()).isEmpty();
        assertThat(response.bodyAsJson()).isPresent();
    }
}
