package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *.yaml                       | a.yaml            | true
            *.yaml                       | d/a.yaml          | false
            d/*                          | d/a.yaml          | true
            d/*                          | d/e/a.yaml        | false
            **/a.yaml                    | a.yaml            | true
            **/a.yaml                    | d/e/a.yaml        | true
            **/a.yaml                    | d/ba.yaml         | false
            d/**                         | d/e/a.yaml        | true
            d/**                         | f/a.yaml          | false
            d/**/e/*.json                | d/e/a.json        | true
            d/**/e/*.json                | d/f/g/e/a.json    | true
            ?.yaml                       | a.yaml            | true
            ?.yaml                       | ab.yaml           | false
            d?a.yaml                     | d/a.yaml          | false
            [a-c].yaml                   | b.yaml            | true
            [!a-c].yaml                  | b.yaml            | false
            [!a-c].yaml                  | d.yaml            | true
            *.{yaml,yml}                 | a.yml             | true
            *.{yaml,yml}                 | a.json            | false
            {a,b/*}.json                 | b/c.json          | true
            a,b.yaml                     | a,b.yaml          | true
            a.b+(c)$.*                   | a.b+(c)$.yaml     | true
            a.b*                         | axb.yaml          | false
            *                            | a.txt             | false
            """)
    void matches_paths(String pattern, String path, boolean matches) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"*.yaml, ''", "a/b/*.yaml, a/b/", "a/b*/c.yaml, a/", "**/a.yaml, ''", "'a/{b,c}/d.yaml', a/"})
    void knows_the_directories_before_its_wildcards(String pattern, String base) {
        assertThat(new Glob(pattern).base()).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[b.yaml", "{a,b.yaml"})
    void without_its_closing_bracket_is_none(String pattern) {
        assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> new Glob(pattern));
    }
}
