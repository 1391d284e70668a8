package io.github.arazzojunit.stub.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.contract.Direction;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the made bodies judges: each row has a value that is just allowed and one that is just not. */
class IndependentValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.0.3 | {type: string, nullable: true}                      | null         | 1",
                "3.0.3 | {type: string, enum: [a], nullable: true}           | null         | 'b'",
                "3.0.3 | {type: string}                                      | ''           | null",
                "3.0.3 | {type: integer, minimum: 4, exclusiveMinimum: true} | 5            | 4",
                "3.0.3 | {maximum: 4, exclusiveMaximum: false}               | 4            | 5",
                "3.0.3 | {$ref: '#/components/schemas/Pet', nullable: true}  | {'id':1}     | null",
                "3.1.0 | {type: string, nullable: true}                      | null         | 1",
                "3.1.0 | {exclusiveMaximum: 4}                               | 3            | 4",
                "3.1.0 | {type: [string, 'null']}                            | null         | 1",
                "3.1.0 | {$ref: '#/components/schemas/Pet', minProperties: 2} | {'id':1,'a':2} | {'id':1}",
                "3.1.0 | {type: array, items: {$ref: '#/components/schemas/Pet'}} | [{'id':1}] | [{'id':'1'}]",
                "3.1.0 | {allOf: [{$ref: '#/components/schemas/Pet'}]}       | {'id':1}     | {}",
                "3.1.0 | {$ref: '#/components/schemas/Pet'}                  | {'id':1}     | {'id':1,'secret':'s'}",
                "3.1.0 | {allOf: [{properties: {id: {writeOnly: true}}}, {$ref: '#/components/schemas/Id'}]} | {} | {'id':1}",
                "3.1.0 | {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Id'}]} | {'id':1} | {}",
                "3.1.0 | {oneOf: [{type: integer}, {type: number}]}          | 1.5          | 1",
                "3.1.0 | {additionalProperties: false, properties: {a: {}}}  | {'a':1}      | {'b':1}",
                "3.1.0 | {prefixItems: [{type: string}], items: false}       | ['a']        | ['a','b']",
                "3.1.0 | {pattern: '^a'}                                     | 'a'          | 'b'",
                "3.1.0 | {format: date-time}                                 | '2026-01-02 03:04:05Z' | '2026-01-02'",
                "3.1.0 | {format: uuid}                                      | '6f1c9c4e-3b0a-4a51-9d1f-2a6d4b8f7e10' | '6f1c'",
                "3.1.0 | {format: email}                                     | 'a@example.com' | 'a'",
                "3.1.0 | {not: {const: 1}}                                   | 2            | 1",
            })
    void a_value_is_valid_and_another_is_not(String version, String schema, String valid, String invalid)
            throws Exception {
        LocatedNode root = LocatedReader.read(
                URI.create("file:/api.yaml"), """
                openapi: %s
                paths: {}
                components:
                  schemas:
                    A: %s
                    Id: {type: object, required: [id]}
                    Pet:
                      type: object
                      required: [id, secret]
                      properties: {id: {type: integer}, secret: {writeOnly: true, type: string}}
                """.formatted(version, schema).getBytes(UTF_8), ReadLimits.DEFAULT);
        IndependentValidator judge =
                new IndependentValidator(ApiDescription.of(root, ReferenceLoader.none()), Direction.RESPONSE);
        LocatedNode located = root.at("/components/schemas/A").orElseThrow();

        assertThat(judge.validate(located, new JsonMapper().readTree(valid.replace('\'', '"'))))
                .isEmpty();
        assertThat(judge.validate(located, new JsonMapper().readTree(invalid.replace('\'', '"'))))
                .isNotEmpty();
    }
}
