package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionEvaluatorTest {

    private static final Scope SCOPE = ScopeOf.state("""
            {
              'url': 'http://localhost/pets?limit=2', 'method': 'GET', 'statusCode': 200, 'self': 'https://x.test/a.yaml',
              'request': {
                'header': {'Accept': 'application/json'}, 'query': {'limit': 2}, 'path': {'id': 'p1'},
                'body': {'name': 'Rex'}
              },
              'response': {
                'header': {'X-Rate-Limit': '10'},
                'body': {
                  'items': [{'id': 1, 'tags': ['a', 'b']}, {'id': 2}], 'a/b': 'slash', 'm~n': 'tilde', '': 'empty',
                  'nothing': null, 'a.b': 'dotted', 'a': {'b': 'nested', 'c': {'d': 3}}, 'x y': 'blank', 'text': 'héllo',
                  '0': 'zero', 'a b': 'decoded', 'length': 'member', 'items[9]': 'odd name'
                }
              },
              'inputs': {
                'user.name': 'exact', 'user': {'name': 'nested', 'age': 42, 'pets': ['Rex']}, 'null': null,
                'filter[name]': 'bracketed', 'page': {'size': 7}, '$select': 'dollar'
              },
              'outputs': {'total': 3.50},
              'steps': {'find': {'list': [{'name': 'A'}, {'name': 'B'}], 'price': 12.0}},
              'workflows': {
                'other': {'inputs': {'i': 'in'}, 'outputs': {'o': {'p': 'out'}}, 'steps': {'s': {'x': true}}}
              },
              'sourceDescriptions': {'pets': {'url': './pets.yaml'}},
              'components': {'parameters': {'page': {'name': 'page', 'value': 1}}}
            }
            """);

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$url | \"http://localhost/pets?limit=2\"",
                "$method | \"GET\"",
                "$statusCode | 200",
                "$self | \"https://x.test/a.yaml\"",
                "$request.header.ACCEPT | \"application/json\"",
                "$request.query.limit | 2",
                "$request.path.id | \"p1\"",
                "$request.body#/name | \"Rex\"",
                "$response.header.x-rate-limit | \"10\"",
                "$response.body#/items/1/id | 2",
                "$outputs.total | 3.50",
                "$inputs.user#/age | 42",
                "$steps.find.outputs.price | 12.0",
                "$steps.find.outputs.list#/1/name | \"B\"",
                "$workflows.other.inputs.i | \"in\"",
                "$workflows.other.outputs.o#/p | \"out\"",
                "$workflows.other.steps.s.outputs.x | true",
                "$sourceDescriptions.pets.url | \"./pets.yaml\"",
                "$components.parameters.page | {\"name\":\"page\",\"value\":1}",
            })
    void EXP_10_to_EXP_26_and_EXP_40_every_source_keeps_the_type_of_its_value(String expression, String json) {
        assertThat(evaluate(expression)).isEqualTo(new Evaluation.Value(ScopeOf.json(json)));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "$response.body#/a~1b, slash",
        "$response.body#/m~0n, tilde",
        "$response.body#/, empty",
        "$response.body#/0, zero",
        "$response.body#/x y, blank",
        "$response.body#/a.b, dotted",
        "$response.body#/items/0/tags/1, b",
    })
    void EXP_30_pointers_follow_RFC_6901(String expression, String text) {
        assertThat(text(expression)).isEqualTo(text);
    }

    @Test
    void EXP_30_the_empty_pointer_is_the_whole_value() {
        assertThat(evaluate("$response.body#")).isEqualTo(evaluate("$response.body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$response.body#/items/01/id",
                "$response.body#/items/-",
                "$response.body#/items/2",
                "$response.body#/items/length",
                "$response.body#/items/99999999999999999999",
                "$response.body#/text/length",
                "$response.body#/nothing/x",
                "$response.body#/absent",
                "$inputs.absent",
                "$inputs.User",
                "$steps.absent.outputs.x",
            })
    void EXP_31_what_is_not_there_is_missing(String expression) {
        assertThat(evaluate(expression)).isInstanceOf(Evaluation.Missing.class);
    }

    @Test
    void EXP_31_null_is_a_value() {
        assertThat(evaluate("$response.body#/nothing")).isEqualTo(new Evaluation.Value(NullNode.getInstance()));
        assertThat(evaluate("$inputs.null")).isEqualTo(new Evaluation.Value(NullNode.getInstance()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "$response.body#/items/7/id | the value at /items is an array of 2 items and has no item '7'",
                "$response.body#/text/x | the value at /text is a string and has no member 'x'",
                "$response.body#/nothing/x | the value at /nothing is null and has no member 'x'",
                "$steps.find.outputs.prize | the value has no member 'prize'; it has list, price",
            })
    void EXP_60_a_missing_value_comes_with_the_reason(String expression, String reason) {
        assertThat(evaluate(expression)).isEqualTo(new Evaluation.Missing(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$response.query.a",
                "$response.path.a",
                "$response.payload",
                "$request.payload",
                "$message.body",
                "$message.payload#/id",
                "$message.header.id"
            })
    void EXP_17_what_HTTP_does_not_have_is_missing(String expression) {
        assertThat(evaluate(expression)).isInstanceOf(Evaluation.Missing.class);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "$inputs.user.name, exact",
        "$inputs.user.age, 42",
        "$inputs.user.pets[0], Rex",
        "$inputs.user.pets.0, Rex",
        "$inputs.user.pets.length, 1",
        "$inputs.filter[name], bracketed",
        "$inputs.page[size], 7",
        "$inputs.$select, dollar",
        "$steps.find.outputs.list[1].name, B",
        "$response.body.a.b, dotted",
        "$response.body.a.c.d, 3",
        "$response.body.items[0].tags[1], b",
        "$response.body.length, member",
        "$response.body.items.length, 2",
        "$response.body.text.length, 5",
        "$response.body#/items[0].id, 1",
        "$response.body#/items[9], odd name",
        "$response.body#/a.c, {\"d\":3}",
    })
    void EXP_27_AMB_65_the_exact_name_comes_before_the_access_path(String expression, String text) {
        assertThat(text(expression)).isEqualTo(text);
    }

    @Test
    void EXP_34_AMB_66_a_percent_encoded_token_is_tried_decoded_when_it_finds_nothing() {
        assertThat(text("$response.body#/a%20b")).isEqualTo("decoded");
        assertThat(text("$response.body#/a%zz/x")).startsWith("Missing");
    }

    @Test
    void random_access_paths_never_crash() {
        java.util.Random random = new java.util.Random(7);
        String[] tokens = {".a", ".items", "[0]", "[1]", ".length", ".b", ".tags", "..", "[9]", ".nothing", "-"};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder("user");
            for (int i = random.nextInt(7); i > 0; i--) {
                name.append(tokens[random.nextInt(tokens.length)]);
            }
            assertThat(evaluate("$inputs." + name)).isNotNull();
            assertThat(AccessPath.toPointer(name.toString())).startsWith("/");
        }
    }

    private static String text(String expression) {
        Evaluation evaluation = evaluate(expression);
        return evaluation instanceof Evaluation.Value value ? JsonText.of(value.json()) : evaluation.toString();
    }

    private static Evaluation evaluate(String expression) {
        try {
            return ExpressionEvaluator.evaluate(
                    RuntimeExpressionParser.parse(expression).expression(), SCOPE);
        } catch (ExpressionSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
