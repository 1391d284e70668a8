package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.Trees;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final Position PAYLOAD = new Position(URI.create("file:/docs/flow.arazzo.yaml"), 12, 7);

    private static Operation accepting(String content) {
        return Trees.description("{openapi: 3.1.0, paths: {/: {post: {requestBody: {content: " + content + "}}}}}")
                .operations()
                .get(0);
    }

    private static JsonNode json(String yaml) {
        return Trees.yaml("https://api.test/value.yaml", yaml).value();
    }

    private static PreparedRequest build(
            Operation operation, Optional<String> contentType, JsonNode payload, RequestParameter... parameters)
            throws RequestException {
        return new RequestBuilder()
                .build(
                        operation,
                        URI.create("http://api.test"),
                        List.of(parameters),
                        Optional.of(new RequestContent(contentType, payload, PAYLOAD)));
    }

    private static PreparedRequest build(String content, JsonNode payload) throws RequestException {
        return build(accepting(content), Optional.empty(), payload);
    }

    private static String body(PreparedRequest prepared) {
        return prepared.request().body().orElseThrow().text(StandardCharsets.UTF_8);
    }

    private static String contentType(PreparedRequest prepared) {
        return prepared.request().header("Content-Type").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                | -               | {application/xml: {}}                              | <a/>   | application/xml
            -                | -               | {application/xml: {}, application/a+json: {}}       | {a: 1} | application/a+json
            -                | -               | {text/csv: {}, text/plain: {}}                      | a      | text/csv
            -                | -               | {}                                                  | {a: 1} | application/json
            -                | -               | {}                                                  | a      | text/plain
            -                | -               | {'*/*': {}}                                         | {a: 1} | application/json
            -                | text/csv        | {application/json: {}}                              | a      | text/csv
            application/a+json | text/csv      | {application/json: {}}                              | {a: 1} | application/a+json
            """)
    void AMB_31_the_media_type_is_chosen_in_a_fixed_order(
            String header, String contentType, String content, String payload, String expected)
            throws RequestException {
        RequestParameter[] parameters = header == null
                ? new RequestParameter[0]
                : new RequestParameter[] {
                    new RequestParameter("content-type", Location.HEADER, TextNode.valueOf(header))
                };

        PreparedRequest prepared =
                build(accepting(content), Optional.ofNullable(contentType), json(payload), parameters);

        assertThat(prepared.request().headers())
                .filteredOn(field -> field.isNamed("Content-Type"))
                .extracting(Header::value)
                .containsExactly(expected);
    }

    @Test
    void AMB_31_a_media_type_that_the_operation_does_not_list_is_noted() throws RequestException {
        PreparedRequest prepared = build(
                accepting("{application/json: {}, 'text/*': {}}"), Optional.of("application/yaml"), json("'a: 1'"));

        assertThat(body(prepared)).isEqualTo("a: 1");
        assertThat(prepared.notes())
                .singleElement()
                .asString()
                .contains("does not list the media type application/yaml");
        assertThat(build(accepting("{'text/*': {}}"), Optional.of("text/csv"), json("a"))
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "*/*", "text/*", ""})
    void a_content_type_that_is_none_stops_the_request(String contentType) {
        assertThatThrownBy(() -> build(accepting("{}"), Optional.of(contentType), json("{}")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("is no media type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{b: 1.10, a: 12345678901234567890, c: null, d: [true, é]}' | {"b":1.10,"a":12345678901234567890,"c":null,"d":[true,"é"]}
            '[]'             | []
            'null'           | null
            '3'              | 3
            'word'           | "word"
            '''{"a": 1 }'''  | {"a": 1 }
            '''[1,'''        | [1,
            """)
    void BOD_09_json_keeps_digits_and_order_and_text_that_is_json(String payload, String body) throws RequestException {
        PreparedRequest prepared = build("{application/json: {}}", json(payload));

        assertThat(body(prepared)).isEqualTo(body);
    }

    @Test
    void BOD_09_text_that_should_be_json_and_is_none_is_noted() throws RequestException {
        assertThat(build("{application/json: {}}", json("'{\"a\": }'")).notes())
                .singleElement()
                .asString()
                .contains("is no JSON");
    }

    @Test
    void BOD_09_a_string_body_is_quoted_where_the_schema_wants_a_string() throws RequestException {
        assertThat(body(build("{application/json: {schema: {type: string}}}", json("'12'"))))
                .isEqualTo("\"12\"");
        assertThat(body(build("{application/json: {schema: {type: integer}}}", json("'12'"))))
                .isEqualTo("12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                       | {a: 1, b: x y&z, c: [1, 2], d: null, e: {f: 1}} | a=1&b=x+y%26z&c=1&c=2&e=%7B%22f%22%3A1%7D
            c: {explode: false}                      | {c: [1, 2]}                     | c=1,2
            c: {style: pipeDelimited}                | {c: [1, 2]}                     | c=1%7C2
            c: {style: deepObject, explode: true}    | {c: {d: {e: 1}}}                | c%5Bd%5D%5Be%5D=1
            ''                                       | 'a=1&b={raw}'                   | a=1&b={raw}
            """)
    void BOD_10_forms(String encoding, String payload, String body) throws RequestException {
        String content = "{application/x-www-form-urlencoded: {encoding: {" + encoding + "}}}";
        JsonNode value = payload.startsWith("{") ? json(payload) : TextNode.valueOf(payload);

        PreparedRequest prepared = build(content, value);

        assertThat(body(prepared)).isEqualTo(body);
        assertThat(contentType(prepared)).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void BOD_11_a_multipart_body_has_one_part_per_member_and_item() throws RequestException {
        PreparedRequest prepared = build("""
                {multipart/form-data: {
                  schema: {properties: {file: {type: string, format: binary}}},
                  encoding: {meta: {contentType: 'application/vnd.m+json', headers: {X-Fix: {schema: {const: one}}, X-Free: {}}}}}}
                """, json("{name: Rex, tags: [1, 2], meta: {a: 1}, file: data, none: null}"));

        assertThat(contentType(prepared)).isEqualTo("multipart/form-data; boundary=arazzo-part-boundary");
        assertThat(body(prepared)).isEqualTo("""
                --arazzo-part-boundary
                Content-Disposition: form-data; name="name"
                Content-Type: text/plain

                Rex
                --arazzo-part-boundary
                Content-Disposition: form-data; name="tags"
                Content-Type: text/plain

                1
                --arazzo-part-boundary
                Content-Disposition: form-data; name="tags"
                Content-Type: text/plain

                2
                --arazzo-part-boundary
                Content-Disposition: form-data; name="meta"
                Content-Type: application/vnd.m+json
                X-Fix: one

                {"a":1}
                --arazzo-part-boundary
                Content-Disposition: form-data; name="file"; filename="file"
                Content-Type: application/octet-stream

                data
                --arazzo-part-boundary--
                """.replace("\n", "\r\n"));
    }

    @Test
    void BOD_11_the_boundary_never_occurs_in_a_part() throws RequestException {
        PreparedRequest prepared = build("{multipart/form-data: {}}", json("{a: --arazzo-part-boundary--}"));

        assertThat(contentType(prepared)).endsWith("boundary=arazzo-part-boundary-1");
    }

    @Test
    void BOD_11_a_boundary_of_the_author_is_kept() throws RequestException {
        PreparedRequest structured =
                build(accepting("{}"), Optional.of("multipart/form-data; boundary=x"), json("{a: 1}"));
        PreparedRequest written = build(accepting("{}"), Optional.of("multipart/mixed; boundary=x"), json("'--x--'"));

        assertThat(contentType(structured)).isEqualTo("multipart/form-data; boundary=x");
        assertThat(body(structured)).startsWith("--x\r\n");
        assertThat(body(written)).isEqualTo("--x--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/xml", "text/xml", "application/soap+xml", "text/plain", "application/octet-stream"})
    void BOD_12_text_is_sent_verbatim(String contentType) throws RequestException {
        PreparedRequest prepared = build(accepting("{}"), Optional.of(contentType), json("'<a b=\"{x}\">$é</a>'"));

        assertThat(body(prepared)).isEqualTo("<a b=\"{x}\">$é</a>");
        assertThat(contentType(prepared)).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: Rex, id: 7, tags: [a, b]} | <p:pet xmlns:p="urn:shop" id="7"><name>Rex</name><tags><tag>a</tag><tag>b</tag></tags></p:pet>
            {name: a<b & c}                  | <p:pet xmlns:p="urn:shop"><name>a&lt;b &amp; c</name></p:pet>
            {}                               | <p:pet xmlns:p="urn:shop"></p:pet>
            """)
    void BOD_12_an_object_is_sent_as_the_XML_that_its_schema_describes(String payload, String xml)
            throws RequestException {
        PreparedRequest prepared = build(
                "{application/xml: {schema: {xml: {name: pet, namespace: 'urn:shop', prefix: p}, properties: {id: {xml:"
                        + " {attribute: true}}, tags: {type: array, xml: {wrapped: true}, items: {xml: {name: tag}}}}}}}",
                json(payload));

        assertThat(body(prepared)).isEqualTo(xml);
        assertThat(contentType(prepared)).isEqualTo("application/xml");
    }

    @Test
    void BOD_12_text_is_sent_in_the_charset_of_its_media_type() throws RequestException {
        PreparedRequest prepared = build(accepting("{}"), Optional.of("text/plain; charset=ISO-8859-1"), json("é"));

        assertThat(prepared.request().body()).hasValue(Bytes.of(new byte[] {(byte) 0xE9}));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/xml                   | {a: 1}   | Write the payload as one string
            text/plain                        | {a: 1}   | Write the payload as one string
            application/octet-stream          | 7        | Write the payload as one string
            multipart/form-data               | text     | one member per part
            multipart/mixed                   | {a: 1}   | multipart/form-data
            application/x-www-form-urlencoded | [1]      | one member per field
            """)
    void BOD_12_a_payload_without_a_rule_stops_the_request(String contentType, String payload, String remedy) {
        assertThatThrownBy(() -> build(accepting("{}"), Optional.of(contentType), json(payload)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(contentType)
                .hasMessageContaining("POST /")
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {text/plain: {}}                  | text/plain (#/paths/~1/post/requestBody/content/text~1plain in openapi.yaml:1:1).
            {image/png: {}, image/jpeg: {}}   | image/png (#/paths/~1/post/requestBody/content/image~1png in openapi.yaml:1:1), image/jpeg (
            {}                                | names no content type for it (#/paths/~1/post in openapi.yaml:1:1).
            """)
    void BOD_12_a_payload_without_a_rule_names_its_place_and_what_the_description_takes(
            String content, String offered) {
        assertThatThrownBy(() -> build(accepting(content), Optional.of("text/plain"), json("{a: 1}")))
                .hasMessageStartingWith(
                        "There is no rule by which the payload (flow.arazzo.yaml:12:7), of type object, becomes text/plain")
                .hasMessageContaining(offered);
    }

    @Test
    void BOD_14_without_a_body_there_is_neither_content_nor_its_type() throws RequestException {
        PreparedRequest prepared = new RequestBuilder()
                .build(
                        accepting("{application/json: {example: {a: 1}}}"),
                        URI.create("http://api.test"),
                        List.of(),
                        Optional.empty());

        assertThat(prepared.request().body()).isEmpty();
        assertThat(prepared.request().header("Content-Type")).isEmpty();
        assertThat(prepared.body()).isEmpty();
    }

    @Test
    void AMB_69_a_missing_body_stops_the_request() {
        assertThatThrownBy(() -> build("{}", MissingNode.getInstance()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("The body of POST / is missing");
    }
}
