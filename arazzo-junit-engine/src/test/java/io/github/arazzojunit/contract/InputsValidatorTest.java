package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsValidatorTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{properties: {a: {default: 1}}} | {} | {'a':1}",
                "{properties: {a: {default: 1}}} | {'a':2} | {'a':2}",
                "{properties: {a: {default: 1}}} | {'a':null} | {'a':null}",
                "{properties: {a: {properties: {b: {default: x}}}}} | {'a':{}} | {'a':{'b':'x'}}",
                "{properties: {a: {properties: {b: {default: x}}}}} | {} | {}",
                "{properties: {a: {default: {}, properties: {b: {default: x}}}}} | {} | {'a':{'b':'x'}}",
                "{allOf: [{properties: {a: {default: 1}}}, {$ref: '#/components/inputs/Named'}]} | {} | {'a':1,'name':'Ann'}",
                "{$ref: '#/components/inputs/Named'} | {} | {'name':'Ann'}",
                "{$ref: '#named'} | {} | {'name':'Ann'}",
                "{properties: {n: {$ref: '#/components/inputs/Endless'}}} | {} | {'n':{'next':{}}}",
                "{$ref: '#/components/inputs/Loop'} | {} | {}",
            })
    void AMB_07_defaults_fill_absent_members(String schema, String given, String expected) throws Exception {
        LocatedNode document = document(schema);

        CheckedInputs checked = check(document, given);

        assertThat(checked.inputs()).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    @Test
    void what_was_given_is_not_changed() throws Exception {
        LocatedNode document = document("{properties: {a: {properties: {b: {default: x}}}}}");
        ObjectNode given = (ObjectNode) JSON.readTree("{\"a\": {}}");

        validator(document).check(document.at("/workflows/0/inputs").orElseThrow(), given);

        assertThat(given).isEqualTo(JSON.readTree("{\"a\": {}}"));
    }

    @Test
    void WF_11_a_violation_names_path_and_place() throws Exception {
        LocatedNode document = document("{$ref: '#/components/inputs/Named'}");

        CheckedInputs checked = check(document, "{'name': 1}");

        assertThat(checked.violations())
                .extracting(Violation::toString)
                .containsExactly("/name: integer found, string expected"
                        + " (flow.arazzo.yaml:9:27 #/components/inputs/Named/properties/name/type)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$ref: '#named'}                                  | {'name': 'Ann'} | {'name': 1}",
                "{properties: {a: {$ref: '#/components/inputs/Id'}}} | {'a': 1}      | {'a': 'x'}",
                "{properties: {a: {$ref: 'types.yaml#/Id'}}}       | {'a': 1}        | {'a': 'x'}",
                "{required: [a]}                                   | {'a': null}     | {}",
                "{properties: {a: {enum: [1, 2]}}}                 | {'a': 1.0}      | {'a': 3}",
                "{properties: {a: {uniqueItems: true}}}            | {'a': [1, 2]}   | {'a': [1, 1.0]}",
                "{properties: {a: {type: string, nullable: true}}} | {'a': null}     | {'a': 1}",
                "{properties: {a: {type: string, format: email}}}  | {'a': 'no mail'} | {'a': 1}",
                "true                                              | {'a': 1}        |",
                "{properties: {n: {$ref: '#/components/inputs/Endless'}}} | {'n': {}} | {'n': {'next': 1}}",
            })
    void URI_15_schemas_are_read_as_2020_12_against_the_root(String schema, String good, String bad) throws Exception {
        LocatedNode document = document(schema);

        assertThat(check(document, good).violations()).isEmpty();
        if (bad != null) {
            assertThat(check(document, bad).violations()).isNotEmpty().noneMatch(Violation::brokenSchema);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$schema: 'http://json-schema.org/draft-07/schema#'} | http://json-schema.org/draft-07/schema#",
                "{$ref: '#/components/inputs/Loop'} | without end",
                "{$ref: '#nowhere'} | nowhere",
                "{$ref: 'other.yaml'} | other.yaml",
            })
    void WF_10_a_schema_that_cannot_be_used_is_reported(String schema, String reason) throws Exception {
        assertThat(check(document(schema), "{}").violations()).singleElement().satisfies(violation -> {
            assertThat(violation.brokenSchema()).isTrue();
            assertThat(violation.message()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{properties: {a: {type: integer, format: int32}}} | {'a':2147483648} | int32",
                "{properties: {a: {type: number, format: int64}}} | {'a':-9223372036854775809} | int64",
                "{properties: {a: {$ref: '#/components/inputs/Small'}}} | {'a':3000000000} | int32",
            })
    void AMB_02_a_number_out_of_the_range_of_its_format_is_remarked_on(String schema, String given, String format)
            throws Exception {
        CheckedInputs checked = check(document(schema), given);

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.instancePointer()).isEqualTo("/a");
            assertThat(remark.message()).contains(format);
        });
    }

    @Test
    void AMB_02_numbers_within_their_range_and_other_formats_are_not_remarked_on() throws Exception {
        CheckedInputs checked = check(
                document("{properties: {a: {format: int32}, b: {format: int64}, c: {format: email}}}"),
                "{'a': 2147483647, 'b': -9223372036854775808, 'c': 'nobody'}");

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.remarks()).isEmpty();
    }

    private static CheckedInputs check(LocatedNode document, String given) throws Exception {
        return validator(document).check(document.at("/workflows/0/inputs").orElseThrow(), (ObjectNode)
                JSON.readTree(given.replace('\'', '"')));
    }

    private static InputsValidator validator(LocatedNode document) throws UnreadableException {
        LocatedNode types = read("file:/types.yaml", "Id: {type: integer}");
        return new InputsValidator(
                document, document.uri(), uri -> uri.equals(types.uri()) ? Optional.of(types) : Optional.empty());
    }

    private static LocatedNode document(String inputs) throws UnreadableException {
        return read("file:/flow.arazzo.yaml", """
            arazzo: 1.0.1
            $schema: https://spec.openapis.org/arazzo/1.0/schema
            workflows:
              - inputs: %s
            components:
              inputs:
                Named:
                  $anchor: named
                  properties: {name: {type: string, default: Ann}}
                Id: {type: integer}
                Small: {type: integer, format: int32}
                Endless: {type: object, default: {}, properties: {next: {$ref: '#/components/inputs/Endless', default: {}}}}
                Loop: {$ref: '#/components/inputs/Loop'}
            """.formatted(inputs));
    }

    private static LocatedNode read(String uri, String text) throws UnreadableException {
        return LocatedReader.read(URI.create(uri), text.getBytes(UTF_8), ReadLimits.DEFAULT);
    }
}
