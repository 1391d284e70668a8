package io.github.arazzojunit.openapi.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.ReferenceLoader;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The XML Object of OpenAPI, in both directions. */
class XmlBodyTest {

    private static XmlBody body(String schema) throws Exception {
        byte[] text = ("""
                openapi: 3.2.0
                info: {title: Shop, version: 1.0.0}
                paths: {}
                components:
                  schemas:
                    Body: SCHEMA
                    Tag: {type: string, xml: {name: tag}}
                """).replace("SCHEMA", schema).getBytes(UTF_8);
        LocatedNode root = LocatedReader.read(URI.create("memory:/shop.yaml"), text, ReadLimits.DEFAULT);
        ApiDescription description = ApiDescription.of(root, ReferenceLoader.none());
        return new XmlBody(description, root.at("/components/schemas/Body"));
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{xml: {name: pet}, properties: {name: {type: string}}} | {'name': 'Rex'} | <pet><name>Rex</name></pet>",
                "{xml: {name: pet}, properties: {id: {type: string, xml: {attribute: true}}, name: {type: string}}} | {'name': 'Rex', 'id': '7'} | <pet id=\"7\"><name>Rex</name></pet>",
                "{xml: {name: pet}, properties: {name: {type: string, xml: {name: called}}}} | {'name': 'Rex'} | <pet><called>Rex</called></pet>",
                "{xml: {name: pet}, properties: {tags: {type: array, items: {type: string}}}} | {'tags': ['a', 'b']} | <pet><tags>a</tags><tags>b</tags></pet>",
                "{xml: {name: pet}, properties: {tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}}} | {'tags': ['a', 'b']} | <pet><tag>a</tag><tag>b</tag></pet>",
                "{xml: {name: pet}, properties: {tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}}} | {'tags': ['a', 'b']} | <pet><tags><tag>a</tag><tag>b</tag></tags></pet>",
                "{xml: {name: pet}, properties: {tags: {type: array, xml: {wrapped: true, name: labels}, items: {type: string}}}} | {'tags': ['a']} | <pet><labels><tags>a</tags></labels></pet>",
                "{xml: {name: pet}, properties: {tags: {type: array, xml: {wrapped: true}, items: {type: string}}}} | {'tags': []} | <pet><tags></tags></pet>",
                "{xml: {name: pet, namespace: 'urn:shop', prefix: p}, properties: {name: {type: string, xml: {namespace: 'urn:shop', prefix: p}}}} | {'name': 'Rex'} | <p:pet xmlns:p=\"urn:shop\"><p:name>Rex</p:name></p:pet>",
                "{xml: {name: pet, namespace: 'urn:shop'}, properties: {name: {type: string}}} | {'name': 'Rex'} | <pet xmlns=\"urn:shop\"><name>Rex</name></pet>",
                "{xml: {name: pets}, type: array, items: {type: object, xml: {name: pet}, properties: {age: {type: string}}}} | [{'age': '1'}, {'age': '2'}] | <pets><pet><age>1</age></pet><pet><age>2</age></pet></pets>",
                "{xml: {name: pet}, properties: {owner: {properties: {name: {type: string, xml: {attribute: true}}}}}} | {'owner': {'name': 'Ann'}} | <pet><owner name=\"Ann\"></owner></pet>",
                "{xml: {name: pet}, allOf: [{properties: {id: {type: string, xml: {nodeType: attribute}}}}, {properties: {name: {type: string, xml: {nodeType: text}}}}]} | {'id': '7', 'name': 'Rex'} | <pet id=\"7\">Rex</pet>",
                "{xml: {name: pet}, properties: {name: {type: string}}} | {'name': 'a<b & c'} | <pet><name>a&lt;b &amp; c</name></pet>",
            })
    void a_value_is_written_as_its_schema_says_and_read_back(String schema, String json, String xml) throws Exception {
        JsonNode value = json(json);

        assertThat(body(schema).write(value)).isEqualTo(xml);
        assertThat(body(schema).read(xml)).isEqualTo(value);
    }

    @Test
    void what_no_schema_names_keeps_its_name() throws Exception {
        XmlBody body = body("{xml: {name: pet}, properties: {name: {type: string, xml: {namespace: 'urn:a'}}}}");

        assertThat(body.read("<pet x='1'><name>Rex</name><note>a</note><note>b</note></pet>"))
                .isEqualTo(json("{'Q{null}name': 'Rex', 'note': ['a', 'b'], 'x': '1'}"));
    }

    @Test
    void nil_is_null() throws Exception {
        assertThat(body("{xml: {name: pet}, properties: {name: {type: string}}}")
                        .read("<pet xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><name i:nil='true'/></pet>"))
                .isEqualTo(json("{'name': null}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cat/> | the root element is 'cat', the XML Object names 'pet' in the namespace 'urn:shop'",
                "<pet/> | the root element is 'pet', the XML Object names 'pet' in the namespace 'urn:shop'",
                "<pet | not well-formed XML",
                "<!DOCTYPE pet><pet xmlns='urn:shop'/> | DOCTYPE",
            })
    void a_text_that_is_not_the_xml_of_the_schema_is_refused_with_the_reason(String xml, String reason)
            throws Exception {
        XmlBody body = body("{xml: {name: pet, namespace: 'urn:shop'}, properties: {name: {type: string}}}");

        assertThatThrownBy(() -> body.read(xml))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"called, name", "@no, id", "tags/tag, tags/*", "tags/*, tags/*", "other, other", "called/*, "})
    void a_path_of_elements_leads_to_a_place(String elements, String place) throws Exception {
        XmlBody body = body("""
                {properties: {name: {type: string, xml: {name: called}}, id: {xml: {name: 'no', attribute: true}},
                 tags: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}}}
                """.replace("\n", " "));

        assertThat(body.place(List.of(elements.split("/"))))
                .isEqualTo(Optional.ofNullable(place).map(text -> List.of(text.split("/"))));
    }
}
