package io.github.arazzojunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.arazzojunit.expression.RuntimeExpression.ComponentReference;
import io.github.arazzojunit.expression.RuntimeExpression.Inputs;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Outputs;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.expression.RuntimeExpression.SourceDescriptionReference;
import io.github.arazzojunit.expression.RuntimeExpression.StepOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowInput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowOutput;
import io.github.arazzojunit.expression.RuntimeExpression.WorkflowStepOutput;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeExpressionParserTest {

    private static Stream<Arguments> conformingExpressions() {
        return Stream.of(
                Arguments.of("$url", new RuntimeExpression.Url()),
                Arguments.of("$method", new RuntimeExpression.Method()),
                Arguments.of("$statusCode", new RuntimeExpression.StatusCode()),
                Arguments.of("$self", new RuntimeExpression.Self()),
                Arguments.of("$request.header.accept", message(Origin.REQUEST, new Source.Header("accept"))),
                Arguments.of("$response.header.X-a!#$%&'*+.^_`|~", header("X-a!#$%&'*+.^_`|~")),
                Arguments.of("$request.query.page size", message(Origin.REQUEST, new Source.Query("page size"))),
                Arguments.of("$request.query.", message(Origin.REQUEST, new Source.Query(""))),
                Arguments.of("$request.query.a#/b", message(Origin.REQUEST, new Source.Query("a#/b"))),
                Arguments.of("$request.path.a\\\"\\u00e9\\n", message(Origin.REQUEST, new Source.Path("a\"\u00e9\n"))),
                Arguments.of("$response.body", body(null)),
                Arguments.of("$response.body#", body("")),
                Arguments.of("$response.body#/", body("/")),
                Arguments.of("$response.body#/a~1b/~0 c/0", body("/a~1b/~0 c/0")),
                Arguments.of("$message.payload#/id", message(Origin.MESSAGE, new Source.Payload(Optional.of("/id")))),
                Arguments.of("$inputs.user.name", new Inputs("user.name", Optional.empty())),
                Arguments.of("$inputs.customer#/firstName", new Inputs("customer", Optional.of("/firstName"))),
                Arguments.of("$outputs.a-b_c.d", new Outputs("a-b_c.d", Optional.empty())),
                Arguments.of("$steps.s-1.outputs.x#/0/id", new StepOutput("s-1", "x", Optional.of("/0/id"))),
                Arguments.of("$workflows.w.inputs.x", new WorkflowInput("w", "x", Optional.empty())),
                Arguments.of("$workflows.w.outputs.x#/a", new WorkflowOutput("w", "x", Optional.of("/a"))),
                Arguments.of("$workflows.w.steps.s.outputs.x", new WorkflowStepOutput("w", "s", "x", Optional.empty())),
                Arguments.of("$sourceDescriptions.pets.url", new SourceDescriptionReference("pets", "url")),
                Arguments.of(
                        "$sourceDescriptions.flows.wf.outputs.id",
                        new SourceDescriptionReference("flows", "wf.outputs.id")),
                Arguments.of("$components.parameters.page", new ComponentReference("parameters", "page")),
                Arguments.of("$components.successActions.a.b", new ComponentReference("successActions", "a.b")),
                Arguments.of("$components.failureActions.c", new ComponentReference("failureActions", "c")));
    }

    @ParameterizedTest
    @MethodSource("conformingExpressions")
    void EXP_01_EXP_02_the_grammar_is_read_without_remarks(String text, RuntimeExpression expected) throws Exception {
        ParsedExpression parsed = RuntimeExpressionParser.parse(text);

        assertThat(parsed.expression()).isEqualTo(expected);
        assertThat(parsed.lenientReadings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("conformingExpressions")
    void printing_and_parsing_gives_the_same_expression(String text, RuntimeExpression expression) throws Exception {
        assertThat(RuntimeExpressionParser.parse(expression.text()).expression())
                .isEqualTo(expression);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; 0",
                "x; 0",
                "$; 1",
                "$statuscode; 7",
                "$Inputs.a; 1",
                "$statusCode2; 11",
                "$response; 9",
                "$response.; 10",
                "$response.status; 10",
                "$response.header.; 17",
                "$response.header.X#/a; 19",
                "$response.body#/a~2; 17",
                "$response.body#/{id}; 16",
                "$inputs; 7",
                "$inputs.; 8",
                "$inputs.a b; 9",
                "$inputs.a/b; 9",
                "$steps.a; 8",
                "$steps.a.outputs; 9",
                "$steps.a.outputs.; 17",
                "$steps.a.response.body; 9",
                "$steps.a b.outputs.x; 8",
                "$workflows.w.result.x; 13",
                "$sourceDescriptions.s; 21",
                "$sourceDescriptions.s.; 22",
                "$components.inputs.x; 12",
                "$9.99; 1",
                "$.items[*]; 1",
                "$ref; 3",
                "$request.query.a\\q; 16",
            })
    void EXP_01_the_first_offending_character_is_reported(String text, int index) {
        ExpressionSyntaxException failure =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> RuntimeExpressionParser.parse(text));

        assertThat(failure).isNotNull();
        assertThat(failure.index()).isEqualTo(index);
        assertThat(failure).hasMessageStartingWith("'" + text + "' is no runtime expression: expected ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\u", "\\u00", "\\u004", "\\u00g1", "\\x"})
    void EXP_01_an_escape_that_is_not_complete_is_refused_where_it_begins(String escape) {
        ExpressionSyntaxException failure = catchThrowableOfType(
                ExpressionSyntaxException.class, () -> RuntimeExpressionParser.parse("$request.query.a" + escape));

        assertThat(failure.index()).isEqualTo("$request.query.a".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {" $url", "$url ", "$inputs .a", "$steps.a. outputs.b"})
    void EXP_03_white_space_inside_is_refused(String text) {
        assertThatThrownBy(() -> RuntimeExpressionParser.parse(text)).isInstanceOf(ExpressionSyntaxException.class);
    }

    @Test
    void EXP_33_a_header_takes_no_pointer() {
        assertThatThrownBy(() -> RuntimeExpressionParser.parse("$response.header.X-Data#/a"))
                .hasMessage("'$response.header.X-Data#/a' is no runtime expression: expected the end of the expression"
                        + " at character 25, found '/'");
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvSource({
        "$response.headers.Location, headers-plural, $response.header.Location",
        "$response.body#name, pointer-without-slash, $response.body#/name",
        "$response.body.a.b[0], access-without-pointer, $response.body#/a/b/0",
        "$response.body[0].id, access-without-pointer, $response.body#/0/id",
        "$message.payload.orderId, access-without-pointer, $message.payload#/orderId",
        "$steps.x.outputs.y[0].z, access-without-pointer, $steps.x.outputs.y#/0/z",
        "$inputs.filter[name], access-without-pointer, $inputs.filter#/name",
        "$inputs.$select, dollar-in-name, $inputs.select",
        "$inputs.$.xgafv, dollar-in-name, $inputs.xgafv",
        "$steps.login.token, step-without-outputs, $steps.login.outputs.token",
        "$response.body#/items[0].id, index-in-pointer, $response.body#/items/0/id",
    })
    void section_0_1_forms_of_practice_are_read_with_a_remark(String text, String rule, String spelling)
            throws Exception {
        assertThat(RuntimeExpressionParser.parse(text).lenientReadings())
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.rule()).isEqualTo(rule);
                    assertThat(reading.conformingSpelling()).isEqualTo(spelling);
                    assertThat(reading.message()).isNotBlank();
                });
        RuntimeExpression expression = RuntimeExpressionParser.parse(text).expression();
        assertThat(RuntimeExpressionParser.parse(expression.text()).expression())
                .isEqualTo(expression);
    }

    @Test
    void the_number_of_items_has_no_pointer() throws Exception {
        assertThat(RuntimeExpressionParser.parse("$response.body.items.length")
                        .lenientReadings()
                        .get(0)
                        .conformingSpelling())
                .isEqualTo("$response.body#/items/length (or, for the number of items, a jsonpath condition)");
    }

    @Test
    void the_place_of_an_access_is_known_as_pointer() throws Exception {
        assertThat(RuntimeExpressionParser.parse("$response.body.items[0].id").expression())
                .isEqualTo(message(Origin.RESPONSE, new Source.BodyAccess(".items[0].id")));
        assertThat(new Source.BodyAccess(".items[0].id").pointer()).isEqualTo("/items/0/id");
    }

    @Test
    @Tag("random")
    void random_texts_either_parse_and_print_alike_or_are_refused_with_a_place() {
        Random random = new Random(20261123);
        String[] tokens = {
            "$",
            "inputs",
            "steps",
            "response",
            "request",
            "workflows",
            "outputs",
            "body",
            "payload",
            "header",
            "query",
            "path",
            "statusCode",
            "url",
            "sourceDescriptions",
            "components",
            "parameters",
            ".",
            ".",
            ".",
            "#",
            "/",
            "~",
            "~0",
            "~1",
            "[",
            "]",
            "[0]",
            "a",
            "b-c",
            "é",
            " ",
            "{",
            "}",
            "\\",
            "\\u0041",
            "\"",
            "\u0000",
            "\uD800"
        };
        int parsed = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "$" : "$response.body");
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(tokens[random.nextInt(tokens.length)]);
            }
            try {
                RuntimeExpression expression =
                        RuntimeExpressionParser.parse(text.toString()).expression();
                assertThat(RuntimeExpressionParser.parse(expression.text()).expression())
                        .isEqualTo(expression);
                parsed++;
            } catch (ExpressionSyntaxException e) {
                assertThat(e.index()).isBetween(0, text.length());
            }
        }
        assertThat(parsed).isGreaterThan(500);
    }

    @Test
    void very_long_texts_are_read() throws Exception {
        String pointer = "/a~1".repeat(50_000);

        assertThat(RuntimeExpressionParser.parse("$response.body#" + pointer).expression())
                .isEqualTo(body(pointer));
        assertThat(RuntimeExpressionParser.parse("$inputs." + "a[0].".repeat(50_000) + "a")
                        .lenientReadings())
                .hasSize(1);
    }

    private static Message message(Origin origin, Source source) {
        return new Message(origin, source);
    }

    private static Message header(String name) {
        return message(Origin.RESPONSE, new Source.Header(name));
    }

    private static Message body(String pointer) {
        return message(Origin.RESPONSE, new Source.Body(Optional.ofNullable(pointer)));
    }
}
