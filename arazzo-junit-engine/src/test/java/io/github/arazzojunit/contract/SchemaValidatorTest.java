package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.http.Json;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.openapi.UnsupportedDescriptionException;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.0.3 | {type: integer, minimum: 0, exclusiveMinimum: true} | 0 | 1",
                "3.1.0 | {type: integer, exclusiveMinimum: 0}                | 0 | 1",
                "3.2.0 | {type: [integer, 'null']}                           | 'x' | null",
                "3.0.3 | {type: string, nullable: true}                      | 1 | null",
                "3.0.3 | {type: string, nullable: true, enum: [a]}           | 'b' | null",
                "3.0.3 | {nullable: true, allOf: [{type: string}]}           | 1 | null",
                "3.0.3 | {type: string}                                      | null | 'a'",
                "3.1.0 | {type: string, nullable: true}                      | 1 | null",
                "3.1.0 | {const: 1}                                          | 2 | 1.0",
                "3.1.0 | {prefixItems: [{type: string}], items: false}       | ['a', 1] | ['a']",
                "3.1.0 | {properties: {a: true}, unevaluatedProperties: false} | {'b': 1} | {'a': 1}",
                "3.1.0 | {$schema: 'http://json-schema.org/draft-07/schema#', if: {const: 1}, then: false} | 1 | 2",
                "3.0.3 | {type: string, format: date-time}                   | 'now' | '2026-01-02T03:04:05Z'",
                "3.1.0 | {type: string, format: date}                        | '2026-13-01' | '2026-12-01'",
                "3.0.3 | {type: string, format: uuid}                        | '1' | '0b2f1f0e-93c3-4b3f-8a15-1f2a3b4c5d6e'",
                "3.0.3 | {type: integer, format: int32}                      | 2147483648 | 2147483647",
                "3.0.3 | {type: integer, format: int64}                      | 9223372036854775808 | 9223372036854775807",
                "3.0.3 | {type: string, format: byte}                        | '*' | 'YWJj'",
                "3.1.0 | {type: string, format: color}                       | 1 | 'anything'",
                "3.0.3 | {type: string, pattern: '^[a-z]+$'}                 | 'A' | 'a'",
                "3.1.0 | {$schema: 'http://json-schema.org/draft-07/schema#', uniqueItems: true} | [1, 1.0] | [1, 2]",
                "3.1.0 | {enum: [1, 2.50]}                                   | 3 | 1.00",
                "3.1.0 | {enum: [[1, {a: 2}]]}                               | [1, {'a': 3}] | [1.0, {'a': 2.0}]",
                "3.1.0 | {const: {a: [1.0]}}                                 | {'a': [2]} | {'a': [1]}",
                "3.0.3 | {enum: [10]}                                        | 11 | 1e1",
                "3.0.3 | {type: array, uniqueItems: true}                    | [1, 1.0] | [1, 2]",
                "3.1.0 | {uniqueItems: true}                                 | [{'a': 1}, {'a': 1.0}] | [{'a': 1}, {'a': '1'}]",
                "3.1.0 | {uniqueItems: true}                                 | [[1], [1.0]] | [true, 1, '1']",
            })
    void a_value_is_held_against_the_dialect_of_the_version(String version, String schema, String bad, String good)
            throws Exception {
        LocatedNode api = api(version, "A: " + schema);

        assertThat(violations(api, "A", good)).isEmpty();
        assertThat(violations(api, "A", bad)).isNotEmpty().noneMatch(Violation::brokenSchema);
    }

    /** Every mailbox of RFC 5321, and not only those below the top-level domains that somebody has listed. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "email, mia@example.com, true",
        "email, a@b.c, true",
        "email, mia@shop.example, true",
        "email, mia@mail.internal, true",
        "email, mia@localhost, true",
        "email, mia+tools@x--y.test, true",
        "email, '\"mia b\"@example.com', true",
        "email, mia@[127.0.0.1], true",
        "email, mia@[IPv6:::1], true",
        "email, O'Brien/x=y@example.com, true",
        "email, mia, false",
        "email, mia@, false",
        "email, @example.com, false",
        "email, mia..b@example.com, false",
        "email, .mia@example.com, false",
        "email, mia@b@example.com, false",
        "email, mia b@example.com, false",
        "email, mia@example..com, false",
        "email, mia@-example.com, false",
        "email, mia@exam_ple.com, false",
        "email, mia@[1.2], false",
        "email, jürgen@example.com, true",
        "idn-email, jürgen@bücher.example, true",
        "idn-email, jürgen@, false",
    })
    void an_email_is_a_mailbox_whatever_its_domain(String format, String text, boolean valid) throws Exception {
        LocatedNode api = api("3.1.0", "A: {type: string, format: " + format + "}");

        assertThat(validator(api)
                        .validate(
                                api.at("/components/schemas/A").orElseThrow(),
                                TextNode.valueOf(text),
                                Direction.RESPONSE))
                .hasSize(valid ? 0 : 1)
                .allMatch(Violation::isOfFormat);
    }

    @ParameterizedTest
    @CsvSource({"1e999999999, 1", "-1e-999999999, 1", "1e10001, 1", "1e10000, 0"})
    void SEC_04_a_number_beyond_all_bounds_is_refused_instead_of_being_written_out(String number, int violations)
            throws Exception {
        LocatedNode api = api("3.1.0", "A: {properties: {a/b: {items: {type: number, enum: [1, 1e10000]}}}}");

        assertThat(violations(api, "A", "{\"a/b\": [1, " + number + "]}"))
                .extracting(Violation::instancePointer)
                .hasSize(violations)
                .allMatch("/a~1b/1"::equals);
    }

    @Test
    void a_violation_names_the_place_in_the_value_and_in_the_description() throws Exception {
        LocatedNode api = api("3.0.3", """
            Pet:
              type: object
              properties:
                tags/all:
                  type: array
                  items:
                    $ref: '#/components/schemas/Tag'
            Tag:
              type: string
            """);

        List<Violation> violations = violations(api, "Pet", "{\"tags/all\": [\"a\", 1]}");

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.instancePointer()).isEqualTo("/tags~1all/1");
            assertThat(violation.schemaPointer()).isEqualTo("/components/schemas/Tag/type");
            assertThat(violation.schemaLocation()).isEqualTo("api.yaml:13:7 #/components/schemas/Tag/type");
            assertThat(violation)
                    .hasToString("/tags~1all/1: integer found, string expected"
                            + " (api.yaml:13:7 #/components/schemas/Tag/type)");
        });
    }

    @Test
    void schemas_below_paths_with_unusual_names_are_found() throws Exception {
        LocatedNode root = read("file:/api.yaml", """
            openapi: 3.0.3
            paths:
              /pets/{id}/a%20b:
                get:
                  responses:
                    '200':
                      content:
                        text/plain;charset=utf-8:
                          schema: {allOf: [{type: string}, {maxLength: 1}]}
            """);
        LocatedNode schema = root.at("/paths/~1pets~1{id}~1a%20b/get/responses/200/content/text~1plain;charset=utf-8"
                        + "/schema/allOf/1")
                .orElseThrow();

        assertThat(validator(root).validate(schema, Json.parse("\"ab\""), Direction.RESPONSE))
                .singleElement()
                .extracting(Violation::schemaPointer)
                .asString()
                .endsWith("/schema/allOf/1/maxLength");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RESPONSE | {'id': 1}                            | 'secret' is there for requests only",
                "REQUEST  | {'password': 'x'}                    | 'id' is there for responses only",
            })
    void members_that_the_direction_hides_are_not_required(Direction direction, String value, String reason)
            throws Exception {
        LocatedNode api = api("3.0.3", """
            User:
              allOf:
                - $ref: '#/components/schemas/Base'
                - required: [id, password]
            Base:
              type: object
              properties:
                id: {$ref: '#/components/schemas/Id'}
                password: {type: string, writeOnly: true}
            Id: {type: integer, readOnly: true}
            """);

        assertThat(validate(api, "User", value, direction)).as(reason).isEmpty();
        assertThat(validate(api, "User", "{}", direction))
                .singleElement()
                .extracting(Violation::message)
                .isEqualTo("the required member '" + (direction == Direction.REQUEST ? "password" : "id")
                        + "' is missing");
        assertThat(validate(api, "User", "{'id': 1, 'password': 'x'}", direction))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("must not carry it");
    }

    private static final String ANIMALS = """
            Animal:
              oneOf:
                - $ref: '#/components/schemas/Cat'
                - $ref: '#/components/schemas/Dog'
              discriminator: {propertyName: kind%s}
            Cat:
              type: object
              required: [kind]
              properties: {kind: {type: string}, lives: {type: integer}}
            Dog:
              type: object
              required: [kind]
              properties: {kind: {type: string}, bark: {type: string}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'cat', 'lives': 9}   |",
                "{'kind': 'hound', 'bark': 'w'} |",
                "{'kind': 'Dog', 'bark': 'w'}  |",
                "{'kind': 'cat', 'lives': 'x'} | string found, integer expected",
                "{'kind': 'Dog', 'bark': 1}    | integer found, string expected",
                "{'kind': 'bird'}              | 'bird' names no schema; the discriminator knows cat, hound",
            })
    void a_discriminator_decides_which_schema_counts(String value, String message) throws Exception {
        LocatedNode api = api("3.0.3", ANIMALS.formatted(", mapping: {cat: '#/components/schemas/Cat', hound: Dog}"));

        assertThat(violations(api, "Animal", value))
                .extracting(Violation::message)
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void without_a_mapping_an_unknown_value_of_a_discriminator_is_left_to_oneOf() throws Exception {
        LocatedNode api = api("3.1.0", ANIMALS.formatted(""));

        assertThat(violations(api, "Animal", "{'kind': 'bird', 'lives': 'x', 'bark': 1}"))
                .isNotEmpty()
                .noneMatch(Violation::brokenSchema);
        assertThat(violations(api, "Animal", "{}"))
                .extracting(Violation::message)
                .contains("the required member 'kind' is missing");
    }

    @Test
    void named_schemas_that_do_not_exclude_each_other_are_the_fault_of_the_description() throws Exception {
        LocatedNode api = api("3.0.3", """
            Token: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            A: {properties: {a: {type: string}}}
            B: {properties: {a: {type: string}, b: {type: integer}}}
            """);

        assertThat(violations(api, "Token", "{'a': 'x'}")).singleElement().satisfies(violation -> {
            assertThat(violation.brokenSchema()).isTrue();
            assertThat(violation.message()).contains("more than one schema of the choice (A, B)");
        });
        assertThat(violations(api, "Token", "{'a': 'x', 'b': 'x'}")).isEmpty();
        assertThat(violations(api, "Token", "{'a': 1, 'b': 1}"))
                .filteredOn(violation -> !violation.brokenSchema())
                .extracting(Violation::message)
                .containsExactly(
                        "suits none of the 2 schemas of the choice, not even A", "integer found, string expected");
    }

    @Test
    void inline_schemas_of_oneOf_exclude_each_other_to_the_letter() throws Exception {
        LocatedNode api = api("3.0.3", "A: {oneOf: [{required: [a]}, {required: [b]}]}");

        assertThat(violations(api, "A", "{'a': 1}")).isEmpty();
        assertThat(violations(api, "A", "{'a': 1, 'b': 1}")).singleElement().matches(v -> !v.brokenSchema());
    }

    @Test
    void a_reference_that_leads_nowhere_leaves_the_rest_of_the_schema_in_force() throws Exception {
        LocatedNode api = api("3.0.3", "A: {properties: {a: {$ref: '#/nowhere'}, b: {type: integer}}}");

        assertThat(violations(api, "A", "{'a': 1, 'b': 'x'}"))
                .extracting(Violation::instancePointer, Violation::brokenSchema)
                .containsExactly(tuple("/b", false), tuple("/a", true));
    }

    @Test
    void a_keyword_that_says_false_hides_nothing() throws Exception {
        LocatedNode api = api("3.0.3", "A: {required: [a], properties: {a: {readOnly: false, writeOnly: false}}}");

        for (Direction direction : Direction.values()) {
            assertThat(validate(api, "A", "{'a': 1}", direction)).isEmpty();
            assertThat(validate(api, "A", "{}", direction)).hasSize(1);
        }
    }

    @Test
    void a_member_that_a_sibling_branch_hides_is_not_required() throws Exception {
        LocatedNode api = api("3.0.3", """
            New:
              allOf:
                - $ref: '#/components/schemas/Order'
                - properties: {id: {readOnly: true}}
            Order: {required: [id, n], properties: {id: {type: string}, n: {type: object, required: [id]}}}
            """);

        assertThat(validate(api, "New", "{'n': {'id': 1}}", Direction.REQUEST)).isEmpty();
        assertThat(validate(api, "New", "{'n': {}}", Direction.REQUEST))
                .as("the member of another object")
                .extracting(Violation::instancePointer)
                .containsExactly("/n");
        assertThat(validate(api, "New", "{'n': {'id': 1}}", Direction.RESPONSE)).hasSize(1);
    }

    @Test
    void inline_schemas_of_a_discriminator_are_chosen_by_their_constant() throws Exception {
        LocatedNode api = api("3.1.0", """
            Event:
              discriminator: {propertyName: type}
              anyOf:
                - properties: {type: {const: a}, n: {type: integer}}
                - properties: {type: {enum: [b, c]}, n: {type: string}}
            """);

        assertThat(violations(api, "Event", "{'type': 'c', 'n': 'x'}")).isEmpty();
        assertThat(violations(api, "Event", "{'type': 'a', 'n': 'x'}"))
                .extracting(Violation::instancePointer)
                .containsExactly("/n");
    }

    @Test
    void a_base_schema_with_a_discriminator_leads_to_the_derived_one() throws Exception {
        LocatedNode api = api("3.0.3", """
            Pet:
              type: object
              required: [type]
              properties: {type: {type: string}}
              discriminator: {propertyName: type}
            Cat:
              allOf:
                - $ref: '#/components/schemas/Pet'
                - type: object
                  required: [lives]
                  properties: {friend: {$ref: '#/components/schemas/Pet'}}
            """);

        assertThat(violations(api, "Pet", "{'type': 'Cat', 'lives': 9}")).isEmpty();
        assertThat(violations(api, "Pet", "{'type': 'unknown'}")).isEmpty();
        assertThat(violations(api, "Pet", "{'type': 'Cat'}"))
                .extracting(Violation::message)
                .containsExactly("the required member 'lives' is missing");
        assertThat(violations(api, "Cat", "{'type': 'Cat', 'lives': 9, 'friend': {'type': 'Cat'}}"))
                .extracting(Violation::instancePointer)
                .containsExactly("/friend");
    }

    @ParameterizedTest
    @CsvSource({"file:/apis/api.yaml, file:/apis/", "jar:file:/lib.jar!/apis/api.yaml, jar:file:/lib.jar!/apis/"})
    void other_documents_come_from_the_loader_of_the_description(String uri, String folder) throws Exception {
        List<URI> loaded = new ArrayList<>();
        LocatedNode root = read(uri, """
            openapi: 3.1.0
            paths: {}
            components: {schemas: {A: {$ref: 'common/types.yaml#/Name'}, Id: {type: integer}}}
            """);
        ApiDescription description = ApiDescription.of(root, asked -> {
            loaded.add(asked);
            if (!asked.toString().equals(folder + "common/types.yaml")) {
                throw new IOException("unknown");
            }
            try {
                return read(asked.toString(), "Name:\n  maxLength: 2\n  $ref: '../api.yaml#/components/schemas/Id'\n");
            } catch (UnreadableException e) {
                throw new IOException(e);
            }
        });
        LocatedNode schema = root.at("/components/schemas/A").orElseThrow();

        List<Violation> violations =
                SchemaValidator.of(description).validate(schema, Json.parse("\"abc\""), Direction.RESPONSE);

        assertThat(loaded).containsExactly(URI.create(folder + "common/types.yaml"));
        assertThat(violations)
                .extracting(Violation::schemaLocation)
                .containsExactlyInAnyOrder(
                        "types.yaml:2:3 #/Name/maxLength", "api.yaml:3:67 #/components/schemas/Id/type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$ref: '#/components/schemas/Nowhere'} | leads nowhere, so every value is allowed here",
                "{$ref: 'https://127.0.0.1:1/x.json'}   | https://127.0.0.1:1/x.json",
                "{$ref: 'a b'}                          | a b",
                "{type: double}                         | 'double' is no type, so every value is allowed here",
                "{oneOf: []}                            | the choice is empty, so it says nothing",
                "{$ref: '#/components/schemas/A'}       | refers to itself without end",
                "{type: string, pattern: '['}           | Unclosed character class",
            })
    void a_schema_that_cannot_be_used_is_told_apart_from_a_wrong_value(String schema, String reason) throws Exception {
        LocatedNode api = api("3.1.0", "A: " + schema);

        assertThat(violations(api, "A", "'x'")).singleElement().satisfies(violation -> {
            assertThat(violation.brokenSchema()).isTrue();
            assertThat(violation.message()).contains(reason);
            assertThat(violation.schemaLocation()).startsWith("api.yaml:5:").contains("#/components/schemas/A");
        });
    }

    @Test
    void recursive_schemas_are_no_trouble() throws Exception {
        LocatedNode api = api("3.1.0", "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}");

        assertThat(violations(api, "Node", "{'next': {'next': {'next': 1}}}"))
                .extracting(Violation::instancePointer)
                .containsExactly("/next/next/next");
    }

    @Test
    void anchors_and_ids_are_found() throws Exception {
        LocatedNode api = api("3.1.0", """
            A: {properties: {a: {$ref: '#name'}, b: {$ref: 'https://example.com/tree'}}}
            Name: {$anchor: name, type: string}
            Tree: {$id: 'https://example.com/tree', properties: {c: {$ref: '#leaf'}}, $defs: {leaf: {$anchor: leaf, type: integer}}}
            """);

        assertThat(violations(api, "A", "{'a': 1}"))
                .extracting(Violation::instancePointer)
                .containsExactly("/a");
        assertThat(violations(api, "Tree", "{'c': 'x'}"))
                .extracting(Violation::instancePointer)
                .containsExactly("/c");
    }

    @Test
    void a_root_dialect_of_a_json_document_is_no_dialect_of_its_schemas() throws Exception {
        LocatedNode root = read("file:/api.json", """
            {"$schema": "https://spec.openapis.org/oas/3.1/schema/2022-10-07", "openapi": "3.1.0",
             "components": {"schemas": {"A": {"type": "string"}}}}
            """);

        assertThat(validate(root, "A", "1", Direction.RESPONSE)).singleElement().matches(v -> !v.brokenSchema());
    }

    @Test
    void many_threads_may_use_one_validator() throws Exception {
        LocatedNode api = api("3.0.3", ANIMALS.formatted(""));
        SchemaValidator validator = validator(api);
        LocatedNode schema = api.at("/components/schemas/Animal").orElseThrow();
        JsonNode value = json("{'kind': 'Cat', 'lives': 'x'}");

        List<Integer> counts = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i ->
                        validator.validate(schema, value, Direction.RESPONSE).size())
                .distinct()
                .toList();

        assertThat(counts).containsExactly(1);
    }

    private static List<Violation> violations(LocatedNode api, String name, String value) throws Exception {
        return validate(api, name, value, Direction.RESPONSE);
    }

    private static List<Violation> validate(LocatedNode api, String name, String value, Direction direction)
            throws Exception {
        return validator(api).validate(api.at("/components/schemas/" + name).orElseThrow(), json(value), direction);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.parse(text.replace('\'', '"'));
    }

    private static SchemaValidator validator(LocatedNode root) throws UnsupportedDescriptionException {
        return SchemaValidator.of(ApiDescription.of(root, ReferenceLoader.none()));
    }

    private static LocatedNode api(String version, String schemas) throws UnreadableException {
        return read(
                "file:/api.yaml",
                "openapi: " + version + "\npaths: {}\ncomponents:\n  schemas:\n"
                        + schemas.strip().indent(4));
    }

    private static LocatedNode read(String uri, String text) throws UnreadableException {
        return LocatedReader.read(URI.create(uri), text.getBytes(UTF_8), ReadLimits.DEFAULT);
    }
}
