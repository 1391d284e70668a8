package io.github.arazzojunit.stub.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.contract.SchemaValidator;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.MediaTypeDescription;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.openapi.ResponseDescription;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDataTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Ten seeds each: what is right by chance shows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "true",
                "{type: boolean}",
                "{type: 'null'}",
                "{type: [string, 'null'], minLength: 40}",
                "{type: integer}",
                "{type: integer, minimum: 5, exclusiveMaximum: 6}",
                "{type: integer, exclusiveMinimum: -3, maximum: -2}",
                "{type: integer, multipleOf: 7, minimum: 50, maximum: 60}",
                "{type: integer, maximum: -5}",
                "{type: integer, maximum: 0}",
                "{type: integer, minimum: 4000000000, format: int64}",
                "{type: integer, minimum: 2147483600, format: int32}",
                "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 0.001}",
                "{type: number, multipleOf: 0.25, minimum: 1.1, maximum: 1.3}",
                "{type: number, allOf: [{multipleOf: 4}, {multipleOf: 6}], minimum: 10, maximum: 23}",
                "{type: number, format: float}",
                "{type: string, minLength: 30, maxLength: 31}",
                "{type: string, maxLength: 2}",
                "{type: string, maxLength: 0}",
                "{type: string, pattern: '^[A-Z]{3}-\\d{4}$'}",
                "{type: string, pattern: '^[a-zA-Z0-9\\-_.]+$', minLength: 10, maxLength: 12}",
                "{type: string, pattern: '^[a-z]', minLength: 10}",
                "{type: string, pattern: '^(?=.*[A-Z])(?=.*\\d).{8,}$'}",
                "{type: string, pattern: '^(a|b)+$', maxLength: 1}",
                "{type: string, allOf: [{pattern: '^a'}, {pattern: 'z$'}, {minLength: 3}]}",
                "{type: string, format: date-time}",
                "{type: string, format: date}",
                "{type: string, format: time}",
                "{type: string, format: duration}",
                "{type: string, format: uuid}",
                "{type: string, format: email}",
                "{type: string, format: email, minLength: 60}",
                "{type: string, format: email, maxLength: 8}",
                "{type: string, format: email, pattern: '@example\\.com$'}",
                "{type: string, format: hostname}",
                "{type: string, format: hostname, minLength: 100}",
                "{type: string, format: ipv4}",
                "{type: string, format: ipv6}",
                "{type: string, format: uri}",
                "{type: string, format: uri, minLength: 1, maxLength: 65536}",
                "{type: string, format: uri, pattern: '^https://'}",
                "{type: string, format: uri-reference}",
                "{type: string, format: uri-template}",
                "{type: string, format: json-pointer}",
                "{type: string, format: regex}",
                "{type: string, format: byte, minLength: 30}",
                "{type: string, format: binary}",
                "{type: string, format: password, minLength: 20}",
                "{type: string, format: unheard-of}",
                "{type: string, contentEncoding: base64}",
                "{type: array, items: {type: integer}}",
                "{type: array, items: {type: integer}, minItems: 3, maxItems: 3}",
                "{type: array, items: {enum: [a, b, c]}, minItems: 3, uniqueItems: true}",
                "{type: array, items: {type: boolean}, minItems: 2, uniqueItems: true}",
                "{type: array, items: {type: object, properties: {id: {type: integer}}, required: [id]}, minItems: 4, uniqueItems: true}",
                "{type: array, prefixItems: [{type: string}, {type: integer}], items: false}",
                "{type: array, contains: {const: 5}, minContains: 2, items: {type: integer}}",
                "{type: array, maxItems: 0, items: {type: string}}",
                "{items: {type: string}}",
                "{type: object, required: [a], properties: {a: {type: string}, b: {type: integer}}, additionalProperties: false}",
                "{type: object, required: [undeclared]}",
                "{type: object, additionalProperties: {type: integer}}",
                "{type: object, minProperties: 3, maxProperties: 3, properties: {a: {}, b: {}, c: {}, d: {}}}",
                "{type: object, minProperties: 4, additionalProperties: {type: integer}}",
                "{type: object, patternProperties: {'^x-[a-z]+$': {type: integer}}, additionalProperties: false, minProperties: 2}",
                "{type: object, propertyNames: {pattern: '^[a-z]{4}$'}, minProperties: 3}",
                "{type: object, dependentRequired: {a: [z]}, properties: {a: {type: string}, z: {type: string}}}",
                "{type: object, dependentSchemas: {a: {required: [q]}}, properties: {a: {type: string}}}",
                "{type: object, properties: {a: false, b: {type: string}}}",
                "{allOf: [{type: object, properties: {a: {minimum: 3}}}, {properties: {a: {type: integer, maximum: 4}}, required: [a]}]}",
                "{oneOf: [{type: string, maxLength: 3}, {type: integer}]}",
                "{oneOf: [{type: 'null'}, {type: integer}]}",
                "{oneOf: [{type: integer}, {type: number}]}",
                "{type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string}, b: {type: string}}}",
                "{anyOf: [{type: integer, minimum: 5, maximum: 4}, {type: boolean}]}",
                "{anyOf: [{$ref: '#/components/schemas/Nowhere'}, {type: boolean}]}",
                "{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Nowhere'}}}",
                "{type: object, required: [a], properties: {a: {type: double}}}",
                "{allOf: [{$ref: '#/components/schemas/Nowhere'}, {type: boolean}]}",
                "{type: string, format: byte}",
                "{oneOf: []}",
                "{oneOf: [{type: integer}, {type: string}], anyOf: [{type: string}, {type: boolean}]}",
                "{type: integer, not: {const: 1}}",
                "{enum: [a, b], not: {const: a}}",
                "{type: object, properties: {k: {enum: [x, y]}}, if: {properties: {k: {const: x}}}, then: {required: [n], properties: {n: {type: integer}}}, else: {required: [m]}}",
                "{type: object, properties: {k: {const: y}}, if: {properties: {k: {const: x}}, required: [k]}, then: false, else: {required: [m]}}",
                "{const: {a: [1, null]}}",
                "{enum: [null, 5]}",
                "{type: object, properties: {a: true}, unevaluatedProperties: false}",
                "{$ref: '#/components/schemas/Tree'}",
                "{$ref: '#/components/schemas/Expression'}",
                "{$ref: '#/components/schemas/Pet'}",
                "{$ref: '#/components/schemas/Cat'}",
                "{$ref: '#/components/schemas/Animal'}",
            })
    void made_data_is_valid(String schema) throws Exception {
        LocatedNode api = api("3.1.0", schema);
        LocatedNode located = schema(api);
        IndependentValidator judge =
                new IndependentValidator(ApiDescription.of(api, ReferenceLoader.none()), Direction.RESPONSE);

        for (long seed = 0; seed < 10; seed++) {
            Made made = make(api, Direction.RESPONSE, seed);

            assertThat(made.problems()).isEmpty();
            assertThat(judge.validate(located, made.value().orElseThrow()))
                    .as("%s", made.value())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: string, example: shown, default: other}        | 'shown'",
                "{type: integer, example: wrong, default: 7}           | 7",
                "{type: string, examples: [1, second]}                 | 'second'",
                "{type: string, enum: [first, second]}                 | 'first'",
                "{const: 4}                                            | 4",
                "{type: integer, default: 0, minimum: 1, maximum: 1}   | 1",
                "{type: object, properties: {a: {example: x}, b: {default: 2}}} | {'a':'x','b':2}",
                "{type: object, example: {a: 1}, properties: {a: {type: integer}, b: {type: integer}}} | {'a':1}",
                "{type: object, properties: {self: {$ref: '#/components/schemas/Tree'}}, example: {self: {name: x, children: []}}} | {'self':{'name':'x','children':[]}}",
                "{$ref: '#/components/schemas/Tree'}                   | {'name':'root','children':[]}",
                "{$ref: '#/components/schemas/Cat'}                    | {'kind':'cat','lives':9}",
                "{$ref: '#/components/schemas/Pet'}                    | {'kind':'cat','lives':9}",
                "{$ref: '#/components/schemas/Animal'}                 | {'kind':'wolf'}",
                "{$ref: '#/components/schemas/Expression'}             | {'left':1,'right':1}",
            })
    void what_the_description_shows_comes_first(String schema, String expected) throws Exception {
        assertThat(make(api("3.1.0", schema), Direction.RESPONSE, 1).value())
                .hasValue(JSON.readTree(expected.replace('\'', '"')));
    }

    @Test
    void a_media_type_example_comes_before_all_others_unless_it_is_wrong() throws Exception {
        LocatedNode api = api("3.1.0", "{type: integer, example: 3}");
        LocatedNode examples = read("file:/examples.yaml", "[wrong, 1, 2]");

        assertThat(data(api, Direction.RESPONSE, 1)
                        .make(schema(api), examples.items())
                        .value())
                .hasValue(JSON.readTree("1"));
    }

    @ParameterizedTest
    @CsvSource({"RESPONSE, id", "REQUEST, password"})
    void members_that_the_direction_hides_are_left_out(Direction direction, String kept) throws Exception {
        LocatedNode api = api(
                "3.1.0",
                "{type: object, required: [id, password], properties:"
                        + " {id: {readOnly: true, type: integer}, password: {$ref: '#/components/schemas/Secret'}}}");

        JsonNode value = make(api, direction, 1).value().orElseThrow();

        assertThat(value.fieldNames()).toIterable().containsExactly(kept);
    }

    @Test
    void schemas_of_3_0_are_read_as_such() throws Exception {
        LocatedNode api = api(
                "3.0.3",
                "{type: object, required: [n, s], properties: {n: {type: integer, minimum: 4, exclusiveMinimum: true,"
                        + " maximum: 6, exclusiveMaximum: true}, s: {type: string, nullable: true}}}");

        JsonNode value = make(api, Direction.RESPONSE, 1).value().orElseThrow();

        assertThat(value.get("n").intValue()).isEqualTo(5);
        assertThat(value.get("s").isTextual()).isTrue();
    }

    @Test
    void the_seed_and_the_place_decide_and_nothing_else() throws Exception {
        LocatedNode api =
                api("3.1.0", "{type: object, properties: {a: {type: string}, b: {format: uuid, type: string}}}");
        LocatedNode wider = api(
                "3.1.0",
                "{type: object, properties: {new: {type: integer}, a: {type: string}, b: {format: uuid, type: string}}}");

        JsonNode value = make(api, Direction.RESPONSE, 1).value().orElseThrow();

        assertThat(make(api, Direction.RESPONSE, 1).value()).hasValue(value);
        assertThat(make(api, Direction.RESPONSE, 2).value()).isNotEqualTo(value);
        assertThat(make(wider, Direction.RESPONSE, 1).value().orElseThrow().get("b"))
                .isEqualTo(value.get("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: integer, minimum: 5, maximum: 4}      | no number lies within its bounds",
                "{allOf: [{type: string}, {type: integer}]}   | its types exclude each other: \"string\" (api.yaml:",
                "{type: string, minLength: 3, maxLength: 2}   | no text has from 3 to 2 characters",
                "{type: string, pattern: '^a$', minLength: 2} | that fits the pattern '^a$'",
                "{type: string, pattern: '['}                 | is no regular expression",
                "{enum: [1], type: string}                    | none of its enumerated values 1 is of its own type",
                "{enum: ['a'], minLength: 2}                  | none of its enumerated values is valid",
                "{enum: ['1 (one)'], type: integer}           | none of its enumerated values \"1 (one)\" is of its own type, \"integer\" (api.yaml:",
                "false                                        | the schema allows no value",
                "{type: array, minItems: 3, maxItems: 2}      | no array has the number of items",
                "{type: array, items: {const: 1}, minItems: 2, uniqueItems: true} | not enough different items",
                "{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Endless'}}} | contains itself without end",
                "{$ref: '#/components/schemas/Nowhere'}       | the reference leads nowhere",
                "{type: object, required: [a, b], maxProperties: 1} | requires more members than it allows",
                "{oneOf: [{type: boolean}, {type: boolean}]}  | no value was found that its conditions allow",
            })
    void what_cannot_be_satisfied_is_told_with_its_place(String schema, String reason) throws Exception {
        Made made = make(api("3.1.0", schema), Direction.RESPONSE, 1);

        assertThat(made.value()).isEmpty();
        assertThat(made.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.text()).startsWith("api.yaml:"))
                .anySatisfy(problem -> assertThat(problem.text()).contains(reason));
    }

    @Test
    void branches_that_exclude_each_other_are_not_tried_without_end() throws Exception {
        String unions = Stream.generate(() -> "{anyOf: [{minimum: 5, maximum: 4}, {minimum: 7, maximum: 6}]}")
                .limit(25)
                .collect(Collectors.joining(", "));

        Made made = make(api("3.1.0", "{type: integer, allOf: [" + unions + "]}"), Direction.RESPONSE, 1);

        assertThat(made.value()).isEmpty();
        assertThat(made.problems())
                .singleElement()
                .asString()
                .endsWith("more than 1000 choices of branches yield no value");
    }

    /** Real descriptions: hundreds of schemas, written by people. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "svix-openapi.json",
                "hookdeck-connections-api-openapi.yml",
                "hookdeck-destinations-api-openapi.yml",
                "hookdeck-integrations-api-openapi.yml",
                "hookdeck-sources-api-openapi.yml",
            })
    @EnabledIfSystemProperty(
            named = "shared.documents",
            matches = ".+",
            disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
    void every_body_of_a_public_description_can_be_made(String name) throws Exception {
        Path file = Path.of(System.getProperty("shared.documents"), "seeds", "openapi", name);
        LocatedNode root = LocatedReader.read(file.toUri(), Files.readAllBytes(file), ReadLimits.DEFAULT);
        ApiDescription description = ApiDescription.of(root, ReferenceLoader.none());
        SchemaValidator validator = SchemaValidator.of(description);
        SchemaData responses = SchemaData.of(description, validator, Direction.RESPONSE, 1);
        SchemaData requests = SchemaData.of(description, validator, Direction.REQUEST, 1);
        List<String> problems = new ArrayList<>();
        int bodies = 0;

        for (Operation operation : description.operations()) {
            for (ResponseDescription response : operation.responses()) {
                for (MediaTypeDescription content : response.content()) {
                    bodies++;
                    problems.addAll(made(responses, content));
                }
            }
            for (MediaTypeDescription content : operation.requestBody().stream()
                    .flatMap(body -> body.content().stream())
                    .toList()) {
                bodies++;
                problems.addAll(made(requests, content));
            }
        }

        assertThat(bodies).isPositive();
        assertThat(problems).isEmpty();
    }

    private static List<String> made(SchemaData data, MediaTypeDescription content) {
        return content.schema()
                .map(schema -> data.make(schema, content.examples()).problems().stream()
                        .map(Problem::text)
                        .toList())
                .orElse(List.of());
    }

    private static Made make(LocatedNode api, Direction direction, long seed) throws Exception {
        return data(api, direction, seed).make(schema(api));
    }

    private static SchemaData data(LocatedNode api, Direction direction, long seed) throws Exception {
        ApiDescription description = ApiDescription.of(api, ReferenceLoader.none());
        return SchemaData.of(description, SchemaValidator.of(description), direction, seed);
    }

    private static LocatedNode schema(LocatedNode api) {
        return api.at("/components/schemas/A").orElseThrow();
    }

    private static LocatedNode api(String version, String schema) throws IOException {
        return read("file:/api.yaml", """
            openapi: %s
            paths: {}
            components:
              schemas:
                A: %s
                Secret: {type: string, writeOnly: true}
                Tree:
                  type: object
                  required: [name, children]
                  properties:
                    name: {type: string, example: root}
                    parent: {$ref: '#/components/schemas/Tree'}
                    children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                Expression:
                  oneOf:
                    - type: object
                      required: [left, right]
                      properties:
                        left: {$ref: '#/components/schemas/Operand'}
                        right: {$ref: '#/components/schemas/Operand'}
                    - {type: integer, enum: [1]}
                Operand:
                  anyOf:
                    - {$ref: '#/components/schemas/Expression'}
                    - {type: integer, enum: [1]}
                Endless: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Endless'}}}
                Pet:
                  type: object
                  required: [kind]
                  properties: {kind: {type: string}}
                  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
                Cat:
                  allOf:
                    - {$ref: '#/components/schemas/Pet'}
                    - {type: object, required: [lives], properties: {lives: {type: integer, example: 9}}}
                Animal:
                  oneOf: [{$ref: '#/components/schemas/Wolf'}, {$ref: '#/components/schemas/Fish'}]
                  discriminator: {propertyName: kind, mapping: {wolf: Wolf, fish: Fish}}
                Wolf: {type: object, required: [kind], properties: {kind: {type: string}}}
                Fish: {type: object, required: [kind], properties: {kind: {type: string}}}
            """.formatted(version, schema));
    }

    private static LocatedNode read(String uri, String text) throws IOException {
        try {
            return LocatedReader.read(URI.create(uri), text.getBytes(UTF_8), ReadLimits.DEFAULT);
        } catch (UnreadableException e) {
            throw new IOException(e);
        }
    }
}
