package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Parameter.Location;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDescriptionTest {

    private static final String PETS = """
            openapi: 3.2.0
            info: {title: Pets, version: '1'}
            paths:
              x-note: {get: {operationId: extension}}
              /pets:
                summary: all of them
                parameters: [{name: limit, in: query, schema: {type: integer}}]
                get: {operationId: listPets}
                post: {operationId: createPet}
                query: {operationId: searchPets}
                additionalOperations:
                  COPY: {operationId: copyPets}
              /pets/{petId}:
                $ref: '#/components/pathItems/Pet'
                delete: {operationId: deletePet}
            webhooks:
              born: {post: {operationId: petBorn}}
            components:
              pathItems:
                Pet:
                  get:
                    operationId: getPet
                    callbacks: {onChange: {'{$url}': {post: {operationId: petChanged}}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "3.0.3", "3.1.0", "3.1.1", "3.2.0", "3.0"})
    void SRC_12_versions_3_0_to_3_2_are_read(String version) {
        assertThat(Trees.description("openapi: " + version).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openapi: 4.0.0     | OpenAPI version "4.0.0" is not supported
            openapi: 3.3.0     | OpenAPI version "3.3.0" is not supported
            swagger: '2.0'     | Swagger 2.0
            arazzo: 1.0.1      | an Arazzo document
            asyncapi: 3.0.0    | an AsyncAPI document
            openapy: 3.0.0     | without the field "openapi"
            '[]'               | without the field "openapi"
            """)
    void SRC_12_other_documents_are_refused_by_name(String text, String problem) {
        LocatedNode root = Trees.yaml("https://api.test/specs/openapi.yaml", text);

        assertThatThrownBy(() -> ApiDescription.of(root, ReferenceLoader.none()))
                .isInstanceOf(UnsupportedDescriptionException.class)
                .hasMessageStartingWith("openapi.yaml:1:1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void STP_15_operations_are_those_under_paths_with_all_methods_and_referenced_path_items() {
        assertThat(Trees.description(PETS).operations())
                .extracting(Operation::toString)
                .containsExactly(
                        "GET /pets",
                        "POST /pets",
                        "QUERY /pets",
                        "COPY /pets",
                        "DELETE /pets/{petId}",
                        "GET /pets/{petId}");
    }

    @Test
    void STP_10_an_operation_is_found_by_its_id_compared_with_case() {
        ApiDescription pets = Trees.description(PETS);

        assertThat(pets.operation("getPet")).map(Operation::path).hasValue("/pets/{petId}");
        assertThat(pets.operation("getpet")).isEmpty();
        assertThat(pets.operation("petBorn")).isEmpty();
        assertThat(pets.operation("petChanged")).isEmpty();
    }

    @Test
    void STP_10_an_id_that_is_used_twice_finds_both_operations() {
        ApiDescription twice =
                Trees.description("{openapi: 3.0.0, paths: {/a: {get: {operationId: x}, put: {operationId: x}}}}");

        assertThat(twice.operationsWithId("x")).hasSize(2);
        assertThat(twice.operation("x")).map(Operation::method).hasValue("GET");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /paths/~1pets/get,                        listPets
            /paths/~1pets~1{petId}/get,               getPet
            /paths/~1pets~1{petId}/delete,            deletePet
            /paths/~1pets/additionalOperations/COPY,  copyPets
            """)
    void STP_22_a_pointer_finds_its_operation(String pointer, String operationId) {
        assertThat(Trees.description(PETS).operationAt(pointer))
                .flatMap(Operation::operationId)
                .hasValue(operationId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/paths/~1pets", "/paths/~1pets/GET", "/paths/~1pets/summary", "", "/webhooks/born/post"})
    void STP_23_a_pointer_to_something_else_finds_nothing(String pointer) {
        assertThat(Trees.description(PETS).operationAt(pointer)).isEmpty();
    }

    @Test
    void STP_10_a_misspelt_id_is_answered_with_the_nearest_ones() {
        ApiDescription pets = Trees.description(PETS);

        assertThat(pets.nearestOperationIds("deletPets", 2)).containsExactly("deletePet");
        assertThat(pets.nearestOperationIds("LISTPETS", 1)).containsExactly("listPets");
        assertThat(pets.nearestOperationIds("payInvoice", 3)).isEmpty();
    }

    @Test
    void URI_16_references_lead_to_other_documents_which_are_loaded_once() {
        AtomicInteger loads = new AtomicInteger();
        ReferenceLoader loader = uri -> {
            loads.incrementAndGet();
            assertThat(uri).isEqualTo(URI.create("https://api.test/common/parts.yaml"));
            return Trees.yaml(uri.toString(), """
                    item: {get: {operationId: far, parameters: [{$ref: '#/limit'}, {$ref: 'parts.yaml#/page'}]}}
                    limit: {name: limit, in: query}
                    page: {name: page, in: query}
                    """);
        };
        ApiDescription description =
                Trees.description("{openapi: 3.0.0, paths: {/far: {$ref: '../common/parts.yaml#/item'}}}", loader);

        Operation far = description.operation("far").orElseThrow();

        assertThat(far.parameters()).extracting(OperationParameter::name).containsExactly("limit", "page");
        assertThat(far.position().fileName()).isEqualTo("parts.yaml");
        assertThat(loads).hasValue(1);
    }

    @Test
    void URI_16_the_self_of_OpenAPI_3_2_is_the_base_of_references_but_not_of_servers() throws Exception {
        ReferenceLoader loader = uri -> Trees.yaml(uri.toString(), "{get: {operationId: 'at " + uri + "'}}");
        ApiDescription description = Trees.description("""
                openapi: 3.2.0
                $self: https://identity.test/apis/pets.yaml
                servers: [{url: v1}]
                paths:
                  /far: {$ref: far.yaml}
                """, loader);

        Operation far = description.operations().get(0);

        assertThat(far.operationId()).hasValue("at https://identity.test/apis/far.yaml");
        assertThat(far.servers().get(0).url()).hasToString("https://api.test/specs/v1");
    }

    @Test
    void a_reference_may_name_an_anchor() {
        ApiDescription description = Trees.description("""
                openapi: 3.1.0
                components: {schemas: {a: {$ref: '#node'}, list: [{b: {$anchor: node, type: string}}]}}
                """);
        LocatedNode reference = description.root().at("/components/schemas/a").orElseThrow();

        assertThat(description.dereference(reference).node())
                .map(LocatedNode::pointer)
                .hasValue("/components/schemas/list/0/b");
    }

    @Test
    void what_stands_beside_a_reference_is_kept() {
        ApiDescription description = Trees.description("""
                openapi: 3.1.0
                a: {$ref: '#/b', summary: outer}
                b: {$ref: '#/c', summary: inner}
                c: {}
                """);

        Resolved resolved = description.dereference(description.root().at("/a").orElseThrow());

        assertThat(resolved.node()).map(LocatedNode::pointer).hasValue("/c");
        assertThat(resolved.references()).extracting(LocatedNode::pointer).containsExactly("/a", "/b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '#/absent'         | dangling-reference | leads to nothing
            '#/items/01'       | dangling-reference | leads to nothing
            '#anchor'          | dangling-reference | leads to nothing
            '#/a'              | cyclic-reference   | only leads back to itself
            other.yaml#/x      | dangling-reference | https://api.test/specs/other.yaml: not allowed
            'a\\\\b'             | dangling-reference | is no URI reference
            'a b'              | dangling-reference | https://api.test/specs/a%20b: not allowed
            """)
    void a_reference_to_nothing_is_a_finding_and_no_exception(String reference, String rule, String problem) {
        ApiDescription description =
                Trees.description("{openapi: 3.1.0, items: [1], a: {$ref: '" + reference + "'}}", uri -> {
                    throw new IOException("not allowed");
                });

        Resolved resolved = description.dereference(description.root().at("/a").orElseThrow());

        assertThat(resolved.node()).isEmpty();
        assertThat(resolved.finding()).hasValueSatisfying(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.message()).contains("\"" + reference + "\"").contains(problem);
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void a_broken_part_leaves_all_other_operations_as_they_are() {
        ApiDescription description = Trees.description("""
                openapi: 3.0.0
                paths:
                  /dangling: {$ref: '#/nowhere'}
                  /list: [1]
                  /ok: {get: {operationId: ok, parameters: [{name: a, in: query}]}, put: broken}
                  /bad:
                    get:
                      operationId: bad
                      parameters: [{$ref: '#/gone'}, {name: b}, {name: c, in: body}, 7, {name: d, in: header}]
                      requestBody: {$ref: '#/gone'}
                      responses: {'200': {$ref: '#/gone'}, '404': {description: none}}
                      security: none
                      servers: [{description: no url}]
                """);

        assertThat(description.operation("ok")).hasValueSatisfying(ok -> {
            assertThat(ok.parameters()).hasSize(1);
            assertThat(ok.findings()).isEmpty();
        });
        assertThat(description.operation("bad")).hasValueSatisfying(bad -> {
            assertThat(bad.parameters()).extracting(OperationParameter::name).containsExactly("d");
            assertThat(bad.requestBody()).isEmpty();
            assertThat(bad.responses())
                    .extracting(ResponseDescription::statusPattern)
                    .containsExactly("404");
            assertThat(bad.findings())
                    .extracting(Finding::rule)
                    .containsOnly("dangling-reference", "malformed-description")
                    .hasSize(8);
        });
    }

    @Test
    void security_schemes_are_found_by_name() {
        ApiDescription description = Trees.description("""
                openapi: 3.0.0
                components:
                  securitySchemes:
                    key: {type: apiKey, in: header, name: X-Key}
                    basic: {type: http, scheme: BASIC}
                    alias: {$ref: '#/components/securitySchemes/key'}
                """);

        assertThat(description.securityScheme("alias")).hasValueSatisfying(scheme -> {
            assertThat(scheme.in()).hasValue(Location.HEADER);
            assertThat(scheme.parameterName()).hasValue("X-Key");
        });
        assertThat(description.securityScheme("basic"))
                .flatMap(SecurityScheme::httpScheme)
                .hasValue("basic");
        assertThat(description.securityScheme("none")).isEmpty();
    }

    @Test
    void title_and_place_are_those_of_the_document() {
        ApiDescription pets = Trees.description(PETS);

        assertThat(pets.title()).isEqualTo("Pets");
        assertThat(pets.uri()).hasToString("https://api.test/specs/openapi.yaml");
        assertThat(List.of(pets.document(pets.uri()).orElseThrow())).containsExactly(pets.root());
    }
}
