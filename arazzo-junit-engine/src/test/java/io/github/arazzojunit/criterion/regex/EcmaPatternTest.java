package io.github.arazzojunit.criterion.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest(name = "{0} in ''{1}'': {2}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "^200$; 200; true",
                "^200$; `200\n`; false",
                "20; 1204; true",
                "a.c; `a\u0085c`; true",
                "a.c; `a\nc`; false",
                "(?s)a.c; `a\nc`; true",
                "(?m)^b$; `a\nb\nc`; true",
                "[^]; `\n`; true",
                "x[]; x; false",
                "\\d{3}; `٣٣٣`; false",
                "\\d{3}; 123; true",
                "^\\w+$; é; false",
                "^\\s$; `\u00a0`; true",
                "^\\S$; `\u00a0`; false",
                "^[\\s]$; `\u2003`; true",
                "^[^\\s]$; `\u2003`; false",
                "(?<first_name>a)\\k<first_name>; aa; true",
                "(?<year>[0-9]{4}); 2026; true",
                "\\p{L}; é; true",
                "\\u{1F600}; 😀; true",
                "\\u0041; A; true",
                "[[]; [; true",
                "[a&&b]; &; true",
                "[a^]; ^; true",
                "{\"a\"; `{\"a\": 1}`; true",
                "a{2}; aa; true",
                "a{,2}; `a{,2}`; true",
                "(?i)LOGGED in; `you are logged IN`; true",
                "(?i)zoË; ZOë; true",
                "abc; ABC; false",
                "\\$[0-9]; $5; true",
                "(?<=\\$)5(?!6); $5; true",
            })
    void CRT_40_CRT_43_CRT_44_AMB_44_patterns_are_read_as_ECMA_262(String pattern, String text, boolean found)
            throws Exception {
        assertThat(EcmaPattern.compile(pattern).isFoundIn(text, SECOND)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a**", "(?<a", "\\", "*", "\\k<none>"})
    void CRT_45_what_is_no_pattern_is_refused(String pattern) {
        assertThatThrownBy(() -> EcmaPattern.compile(pattern)).isInstanceOf(PatternSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\Aabc\\z", "(?>a)", "a++", "(?x) a", "/^abc$/i", "/abc/gi"})
    void AMB_44_what_ECMA_262_does_not_have_is_remarked(String pattern) {
        assertThat(EcmaPattern.compile(pattern).remarks()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^\\d+$", "/api/", "\\++", "a+?", "(?i)a", "(?<a>b)", "[a-z]+"})
    void ordinary_patterns_have_no_remark(String pattern) {
        assertThat(EcmaPattern.compile(pattern).remarks()).isEmpty();
    }

    @Test
    void SEC_08_a_search_that_backtracks_forever_is_given_up() {
        EcmaPattern pattern = EcmaPattern.compile("(a*)*\\1b");

        assertThatThrownBy(() -> pattern.isFoundIn("a".repeat(60) + "c", Duration.ofMillis(50)))
                .isInstanceOf(EcmaPattern.RegexLimitException.class)
                .hasMessageContaining("was not decided within 50 ms");
    }

    @Test
    void a_search_that_recurses_too_deeply_is_given_up() {
        EcmaPattern pattern = EcmaPattern.compile("^(?:a|b)*$");

        assertThatThrownBy(() -> pattern.isFoundIn("ab".repeat(500_000), SECOND))
                .isInstanceOf(EcmaPattern.RegexLimitException.class);
    }

    @Test
    @Tag("random")
    void random_patterns_never_crash() {
        Random random = new Random(3);
        String[] tokens = {
            "a", "\\", "[", "]", "^", "$", "(", ")", "(?<n>", "\\k<n>", "(?i)", "{", "}", "2", ",", "+", "*", "?", "|",
            "\\s", "\\d", "&&", ".", "/", "-", "\\u{41}"
        };
        int compiled = 0;
        for (int round = 0; round < 40_000; round++) {
            StringBuilder pattern = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                pattern.append(tokens[random.nextInt(tokens.length)]);
            }
            try {
                EcmaPattern.compile(pattern.toString());
                compiled++;
            } catch (PatternSyntaxException e) {
                assertThat(e.getPattern()).isEqualTo(pattern.toString());
            }
        }
        assertThat(compiled).isGreaterThan(5000);
    }
}
