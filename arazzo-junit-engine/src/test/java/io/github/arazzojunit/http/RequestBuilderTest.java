package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.model.Parameter.Location;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.openapi.Operation;
import io.github.arazzojunit.openapi.Trees;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBuilderTest {

    private static final URI BASE = URI.create("http://api.test");

    private static Operation operation(String path, String fields) {
        return Trees.description(
                        "{openapi: 3.2.0, components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}, paths: {'"
                                + path + "': {post: {" + fields + "}}}}")
                .operations()
                .get(0);
    }

    private static JsonNode json(String yaml) {
        return Trees.yaml("https://api.test/value.yaml", yaml).value();
    }

    private static RequestParameter parameter(String name, Location in, String yaml) {
        return new RequestParameter(name, in, json(yaml));
    }

    private static PreparedRequest build(Operation operation, RequestParameter... parameters) throws RequestException {
        return new RequestBuilder().build(operation, BASE, Arrays.asList(parameters), Optional.empty());
    }

    private static String query(PreparedRequest prepared) {
        return prepared.request().uri().getRawQuery();
    }

    @ParameterizedTest(name = "{0} {1}: {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            simple | false | blue                 | /blue
            simple | true  | blue                 | /blue
            simple | false | [blue, black]        | /blue,black
            simple | true  | [blue, black]        | /blue,black
            simple | false | {R: 100, G: 200}     | /R,100,G,200
            simple | true  | {R: 100, G: 200}     | /R=100,G=200
            simple | false | 'a b/c?d#e%é'        | /a%20b%2Fc%3Fd%23e%25%C3%A9
            simple | false | 10.50                | /10.50
            simple | false | true                 | /true
            simple | false | '""'                 | /
            label  | false | blue                 | /.blue
            label  | false | [blue, black]        | /.blue,black
            label  | true  | [blue, black]        | /.blue.black
            label  | false | {R: 100, G: 200}     | /.R,100,G,200
            label  | true  | {R: 100, G: 200}     | /.R=100.G=200
            matrix | false | blue                 | /;color=blue
            matrix | false | '""'                 | /;color
            matrix | false | [blue, black]        | /;color=blue,black
            matrix | true  | [blue, black]        | /;color=blue;color=black
            matrix | false | {R: 100, G: 200}     | /;color=R,100,G,200
            matrix | true  | {R: 100, G: 200}     | /;R=100;G=200
            """)
    void PRM_18_path_parameters_take_the_declared_style(String style, boolean explode, String value, String path)
            throws RequestException {
        Operation operation = operation(
                "/{color}",
                "parameters: [{name: color, in: path, required: true, style: %s, explode: %s}]"
                        .formatted(style, explode));

        assertThat(build(operation, parameter("color", Location.PATH, value))
                        .request()
                        .uri())
                .hasToString("http://api.test" + path);
    }

    @ParameterizedTest(name = "{0} {1}: {2} -> {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            form           | true  | blue                     | color=blue
            form           | true  | '""'                     | color=
            form           | true  | [blue, black]            | color=blue&color=black
            form           | false | [blue, black]            | color=blue,black
            form           | true  | {R: 100, G: 200}         | R=100&G=200
            form           | false | {R: 100, G: 200}         | color=R,100,G,200
            form           | true  | []                       | -
            form           | true  | '[a, null, b]'           | color=a&color=b
            form           | true  | 'a b&c=d+e/é'            | color=a%20b%26c%3Dd%2Be%2F%C3%A9
            form           | true  | 12345678901234567890     | color=12345678901234567890
            form           | true  | [{a: 1}]                 | color=%7B%22a%22%3A1%7D
            spaceDelimited | false | [blue, black]            | color=blue%20black
            spaceDelimited | false | {R: 100, G: 200}         | color=R%20100%20G%20200
            spaceDelimited | true  | [blue, black]            | color=blue&color=black
            pipeDelimited  | false | [blue, black]            | color=blue%7Cblack
            pipeDelimited  | false | {R: 100, G: 200}         | color=R%7C100%7CG%7C200
            deepObject     | true  | {R: 100, G: 200}         | color%5BR%5D=100&color%5BG%5D=200
            deepObject     | true  | {a: {b: 1}, c: [2, 3]}   | color%5Ba%5D%5Bb%5D=1&color%5Bc%5D=2&color%5Bc%5D=3
            """)
    void PRM_18_query_parameters_take_the_declared_style(String style, boolean explode, String value, String query)
            throws RequestException {
        Operation operation = operation(
                "/", "parameters: [{name: color, in: query, style: %s, explode: %s}]".formatted(style, explode));

        assertThat(query(build(operation, parameter("color", Location.QUERY, value))))
                .isEqualTo(query);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            explode: false   | [a b, c]           | a b,c
            explode: true    | [a, b]             | a,b
            explode: false   | {R: 100, G: 200}   | R,100,G,200
            explode: true    | {R: 100, G: 200}   | R=100,G=200
            explode: false   | 10.50              | 10.50
            content: {application/json: {}} | {R: 100} | {"R":100}
            """)
    void PRM_18_header_parameters_are_simple_and_not_percent_encoded(String fields, String value, String header)
            throws RequestException {
        Operation operation = operation("/", "parameters: [{name: X-Color, in: header, " + fields + "}]");

        assertThat(build(operation, parameter("x-color", Location.HEADER, value))
                        .request()
                        .headers())
                .contains(new Header("x-color", header));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            explode: true    | [a, b]             | c=a; c=b
            explode: false   | [a, b]             | c=a,b
            explode: true    | {R: 1, G: 2}       | R=1; G=2
            explode: true    | 'YQ==/+%3D'        | c=YQ==/+%3D
            explode: true    | 'a;b c,d"é'        | c=a%3Bb%20c%2Cd%22%C3%A9
            style: cookie    | 'a=b/c'            | c=a=b/c
            """)
    void PRM_14_cookie_parameters_are_pairs_of_one_header(String fields, String value, String cookie)
            throws RequestException {
        Operation operation = operation("/", "parameters: [{name: c, in: cookie, " + fields + "}]");

        assertThat(build(operation, parameter("c", Location.COOKIE, value))
                        .request()
                        .header("Cookie"))
                .hasValue(cookie);
    }

    @Test
    void PRM_14_cookie_parameters_join_a_cookie_header() throws RequestException {
        PreparedRequest prepared = build(
                operation("/", ""),
                parameter("b", Location.COOKIE, "2"),
                parameter("cookie", Location.HEADER, "a=1"),
                parameter("c", Location.COOKIE, "3"));

        assertThat(prepared.request().headers())
                .filteredOn(header -> header.isNamed("Cookie"))
                .containsExactly(new Header("cookie", "a=1; b=2; c=3"));
    }

    @Test
    void PRM_18_reserved_characters_stay_where_they_are_allowed() throws RequestException {
        Operation operation = operation("/", "parameters: [{name: q, in: query, allowReserved: true}]");

        assertThat(query(build(operation, parameter("q", Location.QUERY, "'a/b?c=d,e:f%20g h#i%'"))))
                .isEqualTo("q=a/b?c=d,e:f%20g%20h%23i%25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {a: [1, 'x']}    | filter=%7B%22a%22%3A%5B1%2C%22x%22%5D%7D
            '''{"a": 1}'''   | filter=%7B%22a%22%3A%201%7D
            word             | filter=%22word%22
            """)
    void PRM_18_a_parameter_with_content_is_serialized_by_media_type(String value, String query)
            throws RequestException {
        Operation operation =
                operation("/", "parameters: [{name: filter, in: query, content: {application/json: {}}}]");

        assertThat(query(build(operation, parameter("filter", Location.QUERY, value))))
                .isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded | 'a=1&b=x%20y&c=p q'  | a=1&b=x%20y&c=p%20q
            application/x-www-form-urlencoded | '?a=1'               | a=1
            application/x-www-form-urlencoded | '{a: 1, b: x y}'     | a=1&b=x+y
            application/json                  | '{a: 1}'             | %7B%22a%22%3A1%7D
            application/jsonpath              | '$.a[0]'             | %24.a%5B0%5D
            """)
    void PRM_06_a_querystring_parameter_is_the_whole_query(String mediaType, String value, String query)
            throws RequestException {
        Operation operation =
                operation("/", "parameters: [{name: all, in: querystring, content: {" + mediaType + ": {}}}]");

        PreparedRequest prepared = new RequestBuilder()
                .build(
                        operation,
                        URI.create("http://api.test/?kept=no"),
                        List.of(parameter("all", Location.QUERYSTRING, value)),
                        Optional.empty());

        assertThat(query(prepared)).isEqualTo(query);
    }

    @Test
    void PRM_07_a_querystring_parameter_excludes_query_parameters() {
        assertThatThrownBy(() -> build(
                        operation("/", ""),
                        parameter("all", Location.QUERYSTRING, "a=1"),
                        parameter("b", Location.QUERY, "2")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("one or the other");
    }

    @Test
    void PRM_03_the_same_name_in_two_places_is_two_parameters() throws RequestException {
        PreparedRequest prepared = build(
                operation("/a/{id}", "parameters: [{name: id, in: path}, {name: id, in: query}]"),
                parameter("id", Location.PATH, "1"),
                parameter("id", Location.QUERY, "2"));

        assertThat(prepared.request().uri()).hasToString("http://api.test/a/1?id=2");
        assertThat(prepared.path()).containsEntry("id", json("1"));
        assertThat(prepared.query()).containsEntry("id", json("2"));
        assertThat(prepared.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://h:8080/v1/        | /a       | http://h:8080/v1/a?q=1
            http://h/v1              | /        | http://h/v1/?q=1
            http://h                 | /a       | http://h/a?q=1
            https://h/v1?key=k%20k   | /a       | https://h/v1/a?key=k%20k&q=1
            http://h/b?x=0           | /a?t=new | http://h/b/a?x=0&t=new&q=1
            http://h/b#frag          | /a#op    | http://h/b/a?q=1
            http://h/b%7Bid%7D       | /a b^c   | http://h/b%7Bid%7D/a%20b%5Ec?q=1
            """)
    void PRM_12_path_and_query_of_the_base_stay_in_front(String base, String path, String expected)
            throws RequestException {
        PreparedRequest prepared = new RequestBuilder()
                .build(
                        operation(path, "parameters: [{name: q, in: query}]"),
                        URI.create(base),
                        List.of(parameter("q", Location.QUERY, "1")),
                        Optional.empty());

        assertThat(prepared.request().uri()).hasToString(expected);
    }

    @Test
    void PRM_11_a_placeholder_without_a_value_stops_the_request() {
        assertThatThrownBy(() -> build(operation("/a/{id}", "")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("POST /a/{id}")
                .hasMessageContaining("name: id and in: path");
    }

    @Test
    void AMB_28_a_path_parameter_without_a_placeholder_stops_the_request() {
        assertThatThrownBy(() -> build(operation("/a", ""), parameter("id", Location.PATH, "1")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("\"id\" (in: path) has no place in POST /a");
    }

    @Test
    void AMB_28_an_undeclared_parameter_is_sent_and_noted() throws RequestException {
        PreparedRequest prepared = build(operation("/", ""), parameter("q", Location.QUERY, "[1, 2]"));

        assertThat(query(prepared)).isEqualTo("q=1&q=2");
        assertThat(prepared.notes()).singleElement().asString().contains("\"q\" (in: query) is not declared by POST /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "matrix", "label", "form"})
    void PRM_18_a_header_is_simple_whatever_the_description_says(String style) throws RequestException {
        PreparedRequest prepared = build(
                operation("/", "parameters: [{name: X-Ids, in: header, style: %s}]".formatted(style)),
                parameter("X-Ids", Location.HEADER, "[1, 2]"));

        assertThat(prepared.request().header("X-Ids")).hasValue("1,2");
    }

    @Test
    void PRM_13_headers_that_descriptions_never_declare_are_sent_without_a_note() throws RequestException {
        PreparedRequest prepared = build(
                operation("/", "security: [{key: []}]"),
                parameter("Authorization", Location.HEADER, "Bearer t"),
                parameter("Accept", Location.HEADER, "text/csv"),
                parameter("X-Key", Location.HEADER, "k"));

        assertThat(prepared.request().headers())
                .containsExactly(
                        new Header("Authorization", "Bearer t"),
                        new Header("Accept", "text/csv"),
                        new Header("X-Key", "k"));
        assertThat(prepared.notes()).isEmpty();
    }

    @Test
    void AMB_29_null_is_left_out_except_in_a_path() throws RequestException {
        Operation operation = operation("/", "parameters: [{name: a, in: query, required: true}]");
        RequestParameter absent = new RequestParameter("a", Location.QUERY, NullNode.getInstance());

        PreparedRequest prepared = build(operation, absent);

        assertThat(query(prepared)).isNull();
        assertThat(prepared.notes()).singleElement().asString().contains("is null; it is left out");
        assertThatThrownBy(() ->
                        build(operation("/{a}", ""), new RequestParameter("a", Location.PATH, NullNode.getInstance())))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("\"a\" (in: path)");
    }

    @Test
    void AMB_29_a_missing_value_stops_the_request_where_the_parameter_is_required() throws RequestException {
        RequestParameter missing = new RequestParameter("a", Location.HEADER, MissingNode.getInstance());

        PreparedRequest prepared = build(operation("/", "parameters: [{name: a, in: header}]"), missing);

        assertThat(prepared.request().header("a")).isEmpty();
        assertThat(prepared.notes()).singleElement().asString().contains("its expression found nothing");
        assertThatThrownBy(() -> build(operation("/", "parameters: [{name: a, in: header, required: true}]"), missing))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("requires");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\r\\nX-Evil: 1\"", "\"a\\nb\"", "\"a\\0b\"", "é"})
    void SEC_09_a_header_value_cannot_end_its_line(String value) {
        assertThatThrownBy(() -> build(operation("/", ""), parameter("X-A", Location.HEADER, value)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("header X-A")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"X-A: 1\\r\\nX-B\"", "X A", "''"})
    void SEC_09_a_header_name_is_a_token(String name) {
        assertThatThrownBy(() -> build(
                        operation("/", ""), new RequestParameter(json(name).asText(), Location.HEADER, json("1"))))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("is no name of a header");
    }

    @Test
    void SEC_09_a_cookie_cannot_end_its_line() {
        assertThatThrownBy(() -> build(
                        operation("/", "parameters: [{name: c, in: cookie, style: cookie}]"),
                        parameter("c", Location.COOKIE, "\"a\\r\\nX: 1\"")))
                .isInstanceOf(RequestException.class);
    }

    @Test
    void a_header_of_the_connection_is_not_sent_and_noted() throws RequestException {
        PreparedRequest prepared = build(
                operation("/", "parameters: [{name: Content-Length, in: header}]"),
                parameter("content-length", Location.HEADER, "1"));

        assertThat(prepared.request().header("Content-Length")).isEmpty();
        assertThat(prepared.notes()).singleElement().asString().contains("belongs to the connection");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            responses: {'200': {content: {application/json: {}, text/csv: {}}}} | application/json, text/csv
            responses: {'400': {content: {application/problem+json: {}, application/json;charset=utf-8: {}}}, '200': {content: {application/json: {}}}} | application/json, application/problem+json;q=0.5
            responses: {'200': {content: {application/json: {}}}, 5XX: {content: {a/b;v=1: {}}}, default: {content: {c/d: {}}}} | application/json, a/b;v=1;q=0.5, c/d;q=0.5
            responses: {default: {content: {application/json: {}}}, '404': {content: {text/plain: {}}}} | application/json, text/plain;q=0.5
            responses: {'200': {content: {application/*: {}}}, '400': {content: {application/problem+json: {}}}} | application/*, application/problem+json;q=0.5
            responses: {'200': {content: {'*/*': {}}}, '400': {content: {application/problem+json: {}}}} | */*
            responses: {'200': {content: {'*/*': {}}}, '201': {content: {text/csv: {}}}, '400': {content: {a/b: {}}}} | text/csv, */*
            responses: {'204': {}, '400': {content: {application/problem+json: {}}}} | */*
            responses: {'204': {}} | */*
            ''                     | */*
            """)
    void HTTP_06_Accept_is_what_the_successes_document_and_failures_only_after_it(String fields, String accept)
            throws RequestException {
        assertThat(build(operation("/", fields)).request().header("Accept")).hasValue(accept);
    }

    @Test
    void PRM_11_a_placeholder_for_reserved_characters_is_that_of_its_parameter_and_slashes_stay()
            throws RequestException {
        String declared = "parameters: [{name: name, in: path, required: true, schema: {type: string}}]";

        assertThat(build(operation("/v2/{+name}/code", declared), parameter("name", Location.PATH, "accounts/a b/ads"))
                        .request()
                        .uri()
                        .getRawPath())
                .isEqualTo("/v2/accounts/a%20b/ads/code");
        assertThat(build(operation("/v2/{name}/code", declared), parameter("name", Location.PATH, "accounts/a"))
                        .request()
                        .uri()
                        .getRawPath())
                .isEqualTo("/v2/accounts%2Fa/code");
    }

    @Test
    void AMB_57_everything_that_is_sent_can_be_read_with_its_type() throws RequestException {
        PreparedRequest prepared = new RequestBuilder()
                .build(
                        operation("/{id}", ""),
                        BASE,
                        List.of(
                                parameter("id", Location.PATH, "7"),
                                parameter("tags", Location.QUERY, "[a]"),
                                parameter("X-Count", Location.HEADER, "3")),
                        Optional.of(new RequestContent(
                                Optional.empty(), json("{a: 1}"), new Position(URI.create("file:/a.yaml"), 1, 1))));

        assertThat(prepared.path()).containsEntry("id", json("7"));
        assertThat(prepared.query()).containsEntry("tags", json("[a]"));
        assertThat(prepared.headers().get("x-count")).isEqualTo(json("3"));
        assertThat(prepared.headers().get("CONTENT-TYPE").asText()).isEqualTo("application/json");
        assertThat(prepared.headers()).containsKey("accept");
        assertThat(prepared.body()).hasValue(json("{a: 1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///specs/v1", "/v1", "ftp://h/v1", "http:///v1"})
    void HTTP_01_a_base_that_is_no_http_address_says_how_to_give_one(String base) {
        assertThatThrownBy(() ->
                        new RequestBuilder().build(operation("/", ""), URI.create(base), List.of(), Optional.empty()))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("is no http address")
                .hasMessageContaining("arazzo.server.");
    }

    @Test
    void AMB_24_a_channel_parameter_is_refused() {
        assertThatThrownBy(() -> build(operation("/", ""), parameter("c", Location.CHANNEL, "1")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("channel");
    }
}
