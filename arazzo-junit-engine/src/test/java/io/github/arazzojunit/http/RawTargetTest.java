package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/a//b?x=1&y=2&x=3, http://h/a//b?x=1&y=2&x=3",
        "http://h//a/b, http://h/a/b",
        "http://h, http://h/",
        "http://h?x=1, http://h/?x=1",
        "http://h/a?, http://h/a",
        "http://h/a?&x=1&&=y&z==&w=a==, http://h/a?x=1&w=a=="
    })
    void what_the_library_is_given_is_what_it_can_read(String uri, String given) {
        assertThat(new RawTarget(URI.create(uri)).readable()).hasToString(given);
    }

    @ParameterizedTest
    @CsvSource({
        // As it was, whatever the library does to slashes, dots and the order of parameters.
        "http://h/a//b/./c, http://h/a/b/c, /a//b/./c",
        "http://h/a?x=1&y=2&x=3, http://h/a?x=1&x=3&y=2, /a?x=1&y=2&x=3",
        "http://h/a?&x=1&&=y, http://h/a?x=1, /a?&x=1&&=y",
        // Added by the user.
        "http://h/a//b, http://h/a/b?key=k, /a//b?key=k",
        "http://h/a?x=1&y=2&x=3, http://h/a?x=1&x=3&x=4&y=2&key=k, /a?x=1&y=2&x=3&x=4&key=k",
        "http://h/a?x=1, http://h/a?x=1&x=1, /a?x=1&x=1",
        // Changed by the user.
        "http://h/a//b?x=1, http://h/c?x=1, /c?x=1",
        "http://h/a//b?x=1&y=2, http://h/a/b?x=2&y=2, /a//b?x=2&y=2",
        "http://h/a?x=1, http://h/a, /a"
    })
    void what_is_sent_is_what_was_given_with_what_the_user_has_changed(String uri, String made, String sent) {
        assertThat(new RawTarget(URI.create(uri)).restore(URI.create(made))).isEqualTo(sent);
    }
}
