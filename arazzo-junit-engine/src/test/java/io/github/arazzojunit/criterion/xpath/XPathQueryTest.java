package io.github.arazzojunit.criterion.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XPathQueryTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String XML =
            "<order xmlns:x='urn:x'><id>7</id><item>a</item><item>b</item><x:note lang='en'>hi</x:note><empty/></order>";

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "V1_0 | /order/id | true",
                "V1_0 | /order/none | false",
                "V1_0 | /order/id = 7 | true",
                "V1_0 | count(/order/item) | true",
                "V1_0 | count(/order/none) | false",
                "V1_0 | number('x') | false",
                "V1_0 | string(/order/empty) | false",
                "V1_0 | /order/*[local-name() = 'note']/@lang = 'en' | true",
                "V2_0 | every $i in /order/item satisfies string-length($i) = 1 | true",
                "V2_0 | /order/*:note = 'hi' | true",
                "V3_0 | let $n := /order/id return $n = '7' | true",
                "V3_1 | /order/item => count() = 2 | true",
                "V3_1 | map{'a': 1}?a = 1 | true",
                "V3_1 | () | false",
                "V3_1 | 0 | false",
                "V3_1 | number('x') | false",
                "V3_1 | '' | false",
                "V3_1 | 'false' | true",
                "V3_1 | (/order/item, 1) | true",
            })
    void CRT_60_CRT_61_CRT_62_CRT_64_truth_follows_the_version(XPathVersion version, String expression, boolean truth)
            throws Exception {
        assertThat(XPathQuery.compile(expression, version).test(XML, LIMIT)).isEqualTo(truth);
    }

    @ParameterizedTest
    @EnumSource
    void CRT_74_half_a_character_is_no_expression(XPathVersion version) {
        assertThatThrownBy(() -> XPathQuery.compile("'\uD800' = .[", version)).isInstanceOf(XPathException.class);
        assertThatThrownBy(() -> XPathQuery.compile("(\uD800", version)).isInstanceOf(XPathException.class);
    }

    @ParameterizedTest
    @EnumSource
    void AMB_35_every_selected_content_is_replaced_and_its_mark_up_escaped(XPathVersion version) throws XPathException {
        String xml = "<?xml version='1.0'?>\n<r n='1'><a>x<b/></a><a/><!--c--></r>";

        assertThat(XPathQuery.compile("//a | /r/@n", version).replace(xml, "<&>", LIMIT))
                .isEqualTo(
                        "<?xml version='1.0'?>\n<r n=\"&lt;&amp;&gt;\"><a>&lt;&amp;&gt;</a><a>&lt;&amp;&gt;</a><!--c--></r>");
        assertThat(XPathQuery.compile("/r/a[1]/text()", version).replace("<r><a>x</a></r>", "y", LIMIT))
                .isEqualTo("<r><a>y</a></r>");
        assertThat(XPathQuery.compile("//a", version).replace("<a><a>x</a></a>", "y", LIMIT))
                .isEqualTo("<a>y</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/none", "/", "count(/r)", "'text'"})
    void AMB_35_what_has_no_content_cannot_be_replaced(String expression) throws XPathException {
        for (XPathVersion version : XPathVersion.values()) {
            XPathQuery query = XPathQuery.compile(expression, version);

            assertThatThrownBy(() -> query.replace("<r/>", "x", LIMIT))
                    .isInstanceOf(XPathException.class)
                    .hasMessageContaining("selects no element, attribute or text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u000B", "\u001F"})
    void AMB_35_a_character_that_xml_lacks_cannot_be_put_into_it(String character) throws XPathException {
        XPathQuery query = XPathQuery.compile("/r", XPathVersion.V3_1);

        assertThatThrownBy(() -> query.replace("<r/>", character, LIMIT))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining("control character");
        assertThat(query.replace("<r/>", "\t\n", LIMIT)).isEqualTo("<r>\t\n</r>");
    }

    @Test
    void CRT_62_several_atomic_values_have_no_truth_from_2_0_on() throws Exception {
        XPathQuery query = XPathQuery.compile("(1, 2)", XPathVersion.V2_0);

        assertThatThrownBy(() -> query.test(XML, LIMIT))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining("Effective boolean value");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "V1_0 | /order[",
                "V1_0 | every $i in /a satisfies $i = 1",
                "V1_0 | unknown-function()",
                "V2_0 | let $x := 1 return $x",
                "V3_0 | map{'a': 1}?a",
                "V3_1 | /order[",
                "V3_1 | /x:note",
                "V3_1 | $variable = 1",
            })
    void SEL_23_what_the_version_does_not_know_is_refused(XPathVersion version, String expression) {
        assertThatThrownBy(() -> XPathQuery.compile(expression, version))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('/etc/passwd')",
                "fn:doc('/etc/passwd')",
                "doc (: comment :) ('/etc/passwd')",
                "'x' => doc()",
                "doc#1('/etc/passwd')",
                "Q{http://www.w3.org/2005/xpath-functions}doc('/etc/passwd')",
                "doc-available('/etc/passwd')",
                "collection('.')",
                "uri-collection('.')",
                "unparsed-text('/etc/passwd')",
                "unparsed-text-lines('/etc/passwd')",
                "json-doc('/tmp/a.json')",
                "environment-variable('PATH')",
                "available-environment-variables()",
                "transform(map{})",
                "function-lookup(xs:QName('fn:doc'), 1)('/etc/passwd')",
            })
    void CRT_65_SEC_07_functions_that_reach_outside_are_refused(String expression) {
        assertThatThrownBy(() -> XPathQuery.compile(expression, XPathVersion.V3_1))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void CRT_65_names_and_texts_that_only_look_like_such_functions_are_fine() throws Exception {
        assertThat(XPathQuery.compile("contains('doc(x)', 'doc') and not(//doc)", XPathVersion.V3_1)
                        .test(XML, LIMIT))
                .isTrue();
        assertThat(XPathQuery.compile("count(/order/descendant-or-self::document-node()) = 0", XPathVersion.V3_1)
                        .test(XML, LIMIT))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(XPathVersion.class)
    void CRT_63_CRT_65_a_context_that_is_no_XML_or_has_a_document_type_is_an_error(XPathVersion version)
            throws Exception {
        XPathQuery query = XPathQuery.compile("/a", version);

        assertThatThrownBy(() -> query.test("{}", LIMIT)).hasMessageContaining("not well-formed XML");
        assertThatThrownBy(() -> query.test("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:/etc/passwd'>]><a>&e;</a>", LIMIT))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "V1_0 | /order/item | [\"a\", \"b\"]",
                "V1_0 | count(/order/item) | [2]",
                "V1_0 | 1 div 4 | [0.25]",
                "V1_0 | /order/id = 7 | [true]",
                "V1_0 | string(/order/id) | [\"7\"]",
                "V1_0 | /order/none | []",
                "V3_1 | /order/item | [\"a\", \"b\"]",
                "V3_1 | count(/order/item) | [2]",
                "V3_1 | (1.5, true(), 'x') | [1.5, true, \"x\"]",
                "V3_1 | //@lang | [\"en\"]",
                "V3_1 | /order/none | []",
            })
    void AMB_71_nodes_become_texts_and_atomic_values_keep_their_type(
            XPathVersion version, String expression, String items) throws Exception {
        assertThat(XPathQuery.compile(expression, version).select(XML, LIMIT))
                .extracting(JsonNode::toString)
                .hasToString(items);
    }

    @Test
    void an_evaluation_that_never_ends_is_given_up() throws Exception {
        XPathQuery query = XPathQuery.compile(
                "count(for $a in 1 to 30000, $b in 1 to 30000 return $a * $b mod 7) = 1", XPathVersion.V3_1);

        assertThatThrownBy(() -> query.test(XML, Duration.ofMillis(20)))
                .isInstanceOf(XPathException.class)
                .hasMessageContaining("was not decided within 20 ms");
    }
}
