package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.Position;
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
            query,   ', style: simple',               FORM,            true
            path,    ', style: form',                 SIMPLE,          false
            header,  ', style: matrix',               SIMPLE,          false
            header,  ', style: label, explode: true', SIMPLE,          true
            cookie,  ', style: spaceDelimited',       FORM,            true
            """)
    void PRM_18_style_and_explode_have_the_defaults_of_the_location_unless_it_knows_the_style(
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {parameters: {}}                                                  | #/paths/~1a/get/parameters                  | "parameters" must be a list, it is {}
            {parameters: [5]}                                                 | #/paths/~1a/get/parameters/0                | A parameter must be an object, it is 5
            {parameters: [{name: a, in: body}]}                               | #/paths/~1a/get/parameters/0                | A parameter must be an object with "name" and a known "in"
            {parameters: [{name: a, in: query}, {name: a, in: query}]}        | #/paths/~1a/get/parameters/1                | The parameter 'a' in query stands twice
            {parameters: [{name: a, in: query, required: 'true'}]}            | #/paths/~1a/get/parameters/0/required       | "required" must be true or false, it is "true"
            {parameters: [{name: a, in: query, style: deep}]}                 | #/paths/~1a/get/parameters/0/style          | "style" in query must be one of form, spaceDelimited, pipeDelimited, deepObject
            {parameters: [{name: a, in: header, style: form}]}                | #/paths/~1a/get/parameters/0/style          | "style" in header must be one of simple, it is "form"
            {parameters: [{name: a, in: query, style: 5}]}                    | #/paths/~1a/get/parameters/0/style          | "style" must be a text
            {parameters: [{name: a, in: query, explode: 'no'}]}                 | #/paths/~1a/get/parameters/0/explode        | "explode" must be true or false, it is "no"
            {parameters: [{name: a, in: query, schema: []}]}                  | #/paths/~1a/get/parameters/0/schema         | "schema" must be an object or a boolean
            {parameters: [{name: a, in: query, content: {a/b: {}, c/d: {}}}]} | #/paths/~1a/get/parameters/0/content/c~1d   | The media type 'c/d' is not the first
            {parameters: [{name: a, in: query, content: []}]}                 | #/paths/~1a/get/parameters/0/content        | "content" must be an object
            {parameters: [{name: a, in: query, type: string}]}                | #/paths/~1a/get/parameters/0/type           | A parameter has no field 'type'
            {parameters: [{$ref: '#/components/parameters/p', required: true}]} | #/paths/~1a/get/parameters/0/required     | The field 'required' stands beside '$ref'
            {requestBody: []}                                                 | #/paths/~1a/get/requestBody                 | The request body must be an object
            {requestbody: {}}                                                 | #/paths/~1a/get/requestbody                 | An operation has no field 'requestbody'
            {requestBody: {required: 1}}                                      | #/paths/~1a/get/requestBody/required        | "required" must be true or false
            {requestBody: {content: 5}}                                       | #/paths/~1a/get/requestBody/content         | "content" must be an object
            {requestBody: {content: {a/b: 5}}}                                | #/paths/~1a/get/requestBody/content/a~1b    | A media type must be an object
            {requestBody: {content: {a/b: {schema: 5}}}}                      | #/paths/~1a/get/requestBody/content/a~1b/schema | "schema" must be an object or a boolean
            {requestBody: {content: {a/b: {examples: [1]}}}}                  | #/paths/~1a/get/requestBody/content/a~1b/examples | "examples" must be an object
            {requestBody: {content: {a/b: {encoding: {p: 5}}}}}               | #/paths/~1a/get/requestBody/content/a~1b/encoding/p | An encoding must be an object
            {requestBody: {content: {a/b: {encoding: {p: {contentType: 5}}}}}} | #/paths/~1a/get/requestBody/content/a~1b/encoding/p/contentType | "contentType" must be a text
            {responses: []}                                                   | #/paths/~1a/get/responses                   | "responses" must be an object
            {responses: {'2000': {}}}                                         | #/paths/~1a/get/responses/2000              | The response '2000' is for no status
            {responses: {'200': 5}}                                           | #/paths/~1a/get/responses/200               | A response must be an object
            {responses: {'200': {schema: {}}}}                                | #/paths/~1a/get/responses/200/schema        | A response has no field 'schema'
            {responses: {'200': {headers: {X: 5}}}}                           | #/paths/~1a/get/responses/200/headers/X     | A header must be an object
            {responses: {'200': {headers: {X: {required: 'yes'}}}}}           | #/paths/~1a/get/responses/200/headers/X/required | "required" must be true or false
            {servers: {}}                                                     | #/paths/~1a/get/servers                     | "servers" must be a list
            {servers: [{}]}                                                   | #/paths/~1a/get/servers/0                   | A server must be an object with a "url"
            {servers: [{url: /, variables: []}]}                              | #/paths/~1a/get/servers/0/variables         | "variables" must be an object
            {servers: [{url: /, variables: {v: 5}}]}                          | #/paths/~1a/get/servers/0/variables/v       | A server variable must be an object
            {servers: [{url: /, variables: {v: {default: []}}}]}              | #/paths/~1a/get/servers/0/variables/v/default | "default" must be a text
            {servers: [{url: /, variables: {v: {enum: [5]}}}]}                | #/paths/~1a/get/servers/0/variables/v/enum/0 | An entry of "enum" must be a text
            {security: {}}                                                    | #/paths/~1a/get/security                    | "security" must be a list
            {security: [5]}                                                   | #/paths/~1a/get/security/0                  | A security requirement must be an object
            {security: [{key: 5}]}                                            | #/paths/~1a/get/security/0/key              | The scopes of "key" must be a list of texts
            """)
    void what_is_left_out_of_an_operation_is_a_finding(String operation, String place, String problem) {
        List<Finding> findings = Trees.description("{openapi: 3.1.0, paths: {/a: {get: " + operation
                        + "}}, components: {parameters: {p: {name: p, in: query}}}}")
                .operations()
                .get(0)
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat("#" + finding.pointer()).isEqualTo(place);
            assertThat(finding.message()).startsWith(problem).endsWith("; the run ignores it.");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                        | #/paths               | "paths" must be an object
            {a: {get: {}}}                            | #/paths/a             | The path 'a' does not begin with '/'
            {/a: 5}                                   | #/paths/~1a           | The path '/a' must be an object
            {/a: {GET: {}}}                           | #/paths/~1a/GET       | A path has no field 'GET'
            {/a: {get: 5}}                            | #/paths/~1a/get       | The operation 'get' must be an object
            {/a: {get: {operationId: 5}}}             | #/paths/~1a/get/operationId | "operationId" must be a text
            {/a: {additionalOperations: []}}          | #/paths/~1a/additionalOperations | "additionalOperations" must be an object
            {/a: {additionalOperations: {COPY: 5}}}   | #/paths/~1a/additionalOperations/COPY | The operation 'COPY' must be an object
            """)
    void what_is_left_out_of_the_paths_is_a_finding(String paths, String place, String problem) {
        assertThat(Trees.description("{openapi: 3.2.0, paths: " + paths + "}").unreadablePaths())
                .singleElement()
                .satisfies(finding -> {
                    assertThat("#" + finding.pointer()).isEqualTo(place);
                    assertThat(finding.message()).startsWith(problem).endsWith("; the run ignores it.");
                });
    }

    @Test
    void extensions_and_known_fields_are_no_findings() {
        Operation operation = operation(
                "{x-a: 1, tags: [a], callbacks: {}, deprecated: true, responses: {x-b: 1, '200':"
                        + " {description: d, links: {}, x-c: 1}}, parameters: [{name: a, in: query, x-d: 1, example: 1}]}");

        assertThat(operation.findings()).isEmpty();
    }

    @Test
    void a_finding_in_a_description_of_one_line_names_the_pointer_first() {
        Finding finding = operation("{parameters: [5]}").findings().get(0);

        assertThat(finding.described())
                .startsWith("#/paths/~1a/get/parameters/0 in openapi.yaml:1:1: A parameter must");
        assertThat(new Position(finding.position().uri(), 7, 3).with("/paths")).isEqualTo("openapi.yaml:7:3 #/paths");
    }
}
