package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter.Location;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    private static Operation operation(String operation) {
        return Trees.description("{openapi: 3.2.0, paths: {/a: {get: " + operation + "}}}")
                .operations()
                .get(0);
    }

    @Test
    void PRM_18_parameters_of_the_path_item_are_inherited_unless_redefined() {
        Operation operation = Trees.description("""
                openapi: 3.0.0
                paths:
                  /a:
                    parameters:
                      - {name: x-key, in: header}
                      - {name: id, in: query, required: true}
                      - {name: id, in: cookie}
                    get:
                      parameters:
                        - {name: X-Key, in: header, required: true}
                        - {name: id, in: query}
                """).operations().get(0);

        assertThat(operation.parameters())
                .extracting(OperationParameter::name, OperationParameter::in, OperationParameter::required)
                .containsExactly(
                        tuple("X-Key", Location.HEADER, true),
                        tuple("id", Location.QUERY, false),
                        tuple("id", Location.COOKIE, false));
        assertThat(operation.parameter(Location.HEADER, "X-KEY")).isPresent();
        assertThat(operation.parameter(Location.QUERY, "ID")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            path,    '',                              SIMPLE,          false
            query,   '',                              FORM,            true
            header,  '',                              SIMPLE,          false
            cookie,  '',                              FORM,            true
            query,   ', style: spaceDelimited',       SPACE_DELIMITED, false
            query,   ', style: deepObject',           DEEP_OBJECT,     false
            query,   ', explode: false',              FORM,            false
            path,    ', style: matrix, explode: true', MATRIX,         true
            cookie,  ', style: cookie',               COOKIE,          true
            query,   ', style: unheard',              FORM,            true
            """)
    void PRM_18_style_and_explode_have_the_defaults_of_the_location(
            String in, String fields, ParameterStyle style, boolean explode) {
        OperationParameter parameter = operation("{parameters: [{name: p, in: " + in + fields + "}]}")
                .parameters()
                .get(0);

        assertThat(parameter.style()).isEqualTo(style);
        assertThat(parameter.explode()).isEqualTo(explode);
        assertThat(parameter.required()).isEqualTo(in.equals("path"));
    }

    @Test
    void PRM_18_a_parameter_with_content_knows_its_media_type_and_the_schema_in_it() {
        OperationParameter parameter = operation("""
                {parameters: [{name: f, in: query, allowReserved: true, content: {application/json: {schema: {type: object}}}}]}
                """).parameters().get(0);

        assertThat(parameter.contentMediaType()).hasValue("application/json");
        assertThat(parameter.schema())
                .map(LocatedNode::pointer)
                .hasValueSatisfying(pointer -> assertThat(pointer).endsWith("/content/application~1json/schema"));
        assertThat(parameter.allowReserved()).isTrue();
    }

    @Test
    void a_request_body_has_its_representations_with_examples_and_encoding() {
        Operation operation = Trees.description("""
                openapi: 3.2.0
                paths: {/a: {post: {requestBody: {$ref: '#/components/requestBodies/B'}}}}
                components:
                  requestBodies:
                    B:
                      required: true
                      content:
                        multipart/form-data:
                          schema: {type: object}
                          example: {a: 1}
                          examples:
                            two: {value: {a: 2}}
                            ref: {$ref: '#/components/examples/three'}
                            far: {externalValue: x}
                          encoding:
                            file: {contentType: image/png, headers: {X-Part: {schema: {type: string}}}}
                            tags: {style: form, explode: false}
                  examples: {three: {dataValue: {a: 3}}}
                """).operations().get(0);

        assertThat(operation.requestBody()).hasValueSatisfying(body -> {
            assertThat(body.required()).isTrue();
            MediaTypeDescription form = body.content().get(0);
            assertThat(form.mediaType()).isEqualTo("multipart/form-data");
            assertThat(form.examples())
                    .extracting(LocatedNode::text)
                    .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
            assertThat(form.encoding().get("file").contentType()).hasValue("image/png");
            assertThat(form.encoding().get("file").headers())
                    .extracting(HeaderDescription::name)
                    .containsExactly("X-Part");
            assertThat(form.encoding().get("tags").style()).hasValue(ParameterStyle.FORM);
            assertThat(form.encoding().get("tags").explode()).hasValue(false);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            200, 200
            201, 2XX
            404, 4XX
            500, default
            """)
    void the_explicit_response_comes_before_the_range_and_the_range_before_the_default(int status, String pattern) {
        Operation operation = operation("{responses: {default: {}, 4xx: {}, 2XX: {}, '200': {}, x-note: 1}}");

        assertThat(operation.responseFor(status))
                .map(ResponseDescription::statusPattern)
                .hasValue(pattern);
    }

    @Test
    void an_undocumented_status_has_no_response() {
        assertThat(operation("{responses: {'200': {}}}").responseFor(201)).isEmpty();
        assertThat(operation("{}").responses()).isEmpty();
    }

    @Test
    void a_response_has_its_headers_and_representations() {
        ResponseDescription response = operation(
                        "{responses: {'200': {headers: {X-Rate: {required: true, schema: {type: integer}}},"
                                + " content: {application/json: {schema: {type: array}}, text/plain: {}}}}}")
                .responses()
                .get(0);

        assertThat(response.headers()).singleElement().satisfies(header -> {
            assertThat(header.name()).isEqualTo("X-Rate");
            assertThat(header.required()).isTrue();
            assertThat(header.schema()).isPresent();
        });
        assertThat(response.content())
                .extracting(MediaTypeDescription::mediaType)
                .containsExactly("application/json", "text/plain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{url: 'https://op.test'}] | [{url: 'https://item.test'}] | [{url: 'https://root.test'}] | https://op.test
            []                         | [{url: 'https://item.test'}] | [{url: 'https://root.test'}] | https://item.test
            []                         | []                           | [{url: 'https://root.test'}] | https://root.test
            []                         | []                           | []                           | https://api.test/
            []                         | []                           | [{url: ../v2}]               | https://api.test/v2
            []                         | []                           | [{url: //other.test/v2}]     | https://other.test/v2
            """)
    void HTTP_01_the_most_specific_servers_win_and_HTTP_02_are_resolved_against_the_document(
            String operation, String item, String root, String expected) throws Exception {
        Operation read = Trees.description(
                        "{openapi: 3.0.0, servers: %s, paths: {/a: {servers: %s, get: {servers: %s}}}}"
                                .formatted(root, item, operation))
                .operations()
                .get(0);

        assertThat(read.servers().get(0).url()).hasToString(expected);
    }

    @Test
    void HTTP_01_server_variables_take_their_defaults_unless_given() throws Exception {
        ServerDescription server = operation(
                        "{servers: [{url: 'https://{host}:{port}/v1', variables: {host: {default: a.test, enum: [a.test, b.test]}, port: {default: 8443}}}]}")
                .servers()
                .get(0);

        assertThat(server.url()).hasToString("https://a.test:8443/v1");
        assertThat(server.url(Map.of("host", "b.test"))).hasToString("https://b.test:8443/v1");
        assertThat(server.variables().get("host").allowed()).containsExactly("a.test", "b.test");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://{host}/v1     | has no default for its variable "host"
            'https://a b.test/'   | is no URL
            """)
    void HTTP_01_an_unusable_server_says_why_and_what_to_do(String url, String problem) {
        ServerDescription server =
                operation("{servers: [{url: '" + url + "'}]}").servers().get(0);

        assertThatThrownBy(server::url)
                .isInstanceOf(UnusableServerException.class)
                .hasMessageContaining(url)
                .hasMessageContaining(problem)
                .hasMessageContaining("configure a base URL");
    }

    @Test
    void security_of_the_operation_replaces_that_of_the_root() {
        ApiDescription description = Trees.description("""
                openapi: 3.0.0
                security: [{key: []}, {oauth: [read, write]}]
                paths:
                  /a: {get: {}, put: {security: []}, post: {security: [{basic: []}, {}]}}
                """);

        assertThat(description.operations())
                .extracting(operation -> operation.security().stream()
                        .map(SecurityRequirement::scopes)
                        .toList())
                .containsExactly(
                        List.of(Map.of("key", List.of()), Map.of("oauth", List.of("read", "write"))),
                        List.of(),
                        List.of(Map.of("basic", List.of()), Map.of()));
    }
}
