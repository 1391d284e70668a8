package io.github.arazzojunit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            http://a/b/c/d;p?q                 | g:h          | g:h
            http://a/b/c/d;p?q                 | g            | http://a/b/c/g
            http://a/b/c/d;p?q                 | ./g/         | http://a/b/c/g/
            http://a/b/c/d;p?q                 | /g           | http://a/g
            http://a/b/c/d;p?q                 | //g          | http://g
            http://a/b/c/d;p?q                 | ?y           | http://a/b/c/d;p?y
            http://a/b/c/d;p?q                 | ''           | http://a/b/c/d;p?q
            http://a/b/c/d;p?q                 | '#s'         | http://a/b/c/d;p?q#s
            http://a/b/c/d;p?q                 | .            | http://a/b/c/
            http://a/b/c/d;p?q                 | ../../../g   | http://a/g
            http://a/b/c/d;p?q                 | g/../h       | http://a/b/c/h
            http://a/b/c/d;p?q                 | ..g          | http://a/b/c/..g
            http://a                           | g            | http://a/g
            file:///dir/api.yaml               | ../x.yaml    | file:///x.yaml
            jar:file:/lib/a.jar!/specs/api.yml | ../x.yml     | jar:file:/lib/a.jar!/x.yml
            jar:file:/lib/a.jar!/specs/api.yml | http://b/c   | http://b/c
            """)
    void URI_20_references_are_resolved_as_RFC_3986_says(String base, String reference, String expected)
            throws URISyntaxException {
        assertThat(UriReference.resolve(URI.create(base), reference)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://a/b/c/d,             http://a/b/c/e,        ./e
            http://a/b/c/d,             http://a/b/c/e/f,      ./e/f
            http://a/b/c/d,             http://a/x/e,          ./../../x/e
            http://a/b/c/d,             http://z/e,            http://z/e
            urn:a,                      http://z/e,            http://z/e
            """)
    void URI_20_a_relative_reference_leads_from_one_place_to_the_other(String base, String target, String expected)
            throws URISyntaxException {
        String reference = UriReference.relativize(URI.create(base), URI.create(target));

        assertThat(reference).isEqualTo(expected);
        assertThat(UriReference.resolve(URI.create(base), reference)).hasToString(target);
    }
}
