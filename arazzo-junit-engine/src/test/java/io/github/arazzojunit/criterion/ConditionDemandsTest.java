package io.github.arazzojunit.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionDemandsTest {

    private static final ExpressionType RFC_9535 = new ExpressionType(Language.JSONPATH, Optional.of("rfc9535"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/r/a | /a is there or /a/* is there | /a is not there or /a/* is not there",
                "/r/a = 'x' | /a equals \"x\" or /a/* equals \"x\" | /a differs from \"x\" or /a/* differs from \"x\"",
                "/r/a/text() >= 2 | /a is at least 2 or /a/* is at least 2 | /a is less than 2 or /a/* is less than 2",
                "count(/r/a) > 2 | /a has a length that is greater than 2 | /a has a length that is at most 2",
                "count(/r/a) = 1 and count(/r/b) = 2 | /a has a length that equals 1 and /b has a length that equals 2 | /a has a length that differs from 1 or /b has a length that differs from 2",
                "//a | nothing | nothing",
                "/r/a[1] | nothing | nothing",
                "/r/@a | /@a is there | /@a is not there",
                "/r/b/@a = 1 | /b/@a equals 1 or /b/*/@a equals 1 | /b/@a differs from 1 or /b/*/@a differs from 1",
                "/n:r/a | nothing | nothing",
                "/r/a = /r/b | nothing | nothing",
                "/r/a and //b | nothing | nothing",
            })
    void a_simple_XPath_condition_says_what_it_wants(String condition, String wanted, String unwanted) {
        ExpressionType xpath = new ExpressionType(Language.XPATH, Optional.empty());

        assertThat(text(ConditionDemands.of(condition, xpath, false))).isEqualTo(wanted);
        assertThat(text(ConditionDemands.of(condition, xpath, true))).isEqualTo(unwanted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a | /a is there | /a is not there",
                "$.a[2] | /a/2 is there | /a/2 is not there",
                "$.a[-1] | /a/* is there | /a/* is not there",
                "$.a[*].b | /a/*/b is there | /a/*/b is not there",
                "$.a[*] | /a/* is there | /a has a length that equals 0",
                "$.a[?@.n > 3] | /a/*/n is greater than 3 and /a/* is there | /a has a length that equals 0",
                "$.a[?@.n == 3 && @.m].id | /a/*/n equals 3 and /a/*/m is there and /a/*/id is there | /a/*/id is not there",
                "$.a[?$.on == true] | /on equals true and /a/* is there | /a has a length that equals 0",
                "$..a | nothing | nothing",
                "$.a == 'x' | /a equals \"x\" | /a differs from \"x\"",
                "$.a < 3 | /a is less than 3 | /a is at least 3",
                "3 < $.a | /a is greater than 3 | /a is at most 3",
                "3 >= $.a | /a is at most 3 | /a is greater than 3",
                "$.a == $.b | nothing | nothing",
                "!$.a | /a is not there | /a is there",
                "!($.a && $.b) | /a is not there or /b is not there | /a is there and /b is there",
                "$.a && $.b | /a is there and /b is there | /a is not there or /b is not there",
                "$.a OR $.b | /a is there or /b is there | /a is not there and /b is not there",
                "$.a.length > 2 | /a has a length that is greater than 2 | /a has a length that is at most 2",
                "length($.a) >= 2 | /a has a length that is at least 2 | /a has a length that is less than 2",
                "value($.a) == 1 | /a equals 1 | /a differs from 1",
                "value($..a) == 1 | nothing | nothing",
                "count($.a[*]) > 1 | /a has a length that is greater than 1 | /a has a length that is at most 1",
                "count($.a[?@.x]) == 1 | /a/*/x is there and /a has a length that equals 1 | /a/*/x is there and /a has a length that differs from 1",
                "count($.a) == 1 | /a is there | /a is not there",
                "count($.a) == 0 | /a is not there | /a is there",
                "count($.a) >= 0 | /a is there or /a is not there | impossible",
                "count($.a) > 1 | impossible | /a is there or /a is not there",
                "count($..a) == 1 | nothing | nothing",
                "match($.a, '[a-z]+') | /a matches \"[a-z]+\" | /a does not match \"[a-z]+\"",
                "search($.a, $.b) | nothing | nothing",
                "#/a/b | /a/b is there | /a/b is there",
                "no condition | nothing | nothing",
            })
    void a_JSONPath_condition_says_what_it_wants(String condition, String wanted, String unwanted) {
        String text = condition.replace("OR", "||");

        assertThat(text(ConditionDemands.of(text, RFC_9535, false))).isEqualTo(wanted);
        assertThat(text(ConditionDemands.of(text, RFC_9535, true))).isEqualTo(unwanted);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSONPATH | draft-goessner-dispatch-jsonpath-00 | $[?(@.a == 1)] | /a equals 1 or /*/a equals 1 and /* is there",
                "JSONPATH | draft-goessner-dispatch-jsonpath-00 | $.a | /a is there",
                "REGEX | | ^a | matches \"^a\"",
                "JSONPOINTER | rfc6901 | /a/b~1c | /a/b/c is there",
                "SIMPLE | | $statusCode == 200 | nothing",
                "XPATH | xpath-30 | //a | nothing",
            })
    void the_other_languages_say_what_can_be_told(Language language, String version, String condition, String wanted) {
        ExpressionType type = new ExpressionType(language, Optional.ofNullable(version));

        assertThat(text(ConditionDemands.of(condition, type, false))).isEqualTo(wanted);
    }

    private static String text(Demands demands) {
        if (demands.areImpossible()) {
            return "impossible";
        }
        String text = demands.ways().stream()
                .map(way -> way.stream()
                        .map(demand -> (demand.place().stream()
                                                .map(name -> "/" + name)
                                                .collect(Collectors.joining()) + " " + demand.text())
                                .trim())
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
        return text.isEmpty() ? "nothing" : text;
    }
}
