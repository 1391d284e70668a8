package io.github.arazzojunit.junit.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told about mistakes in the files, word by word. */
class BadInputTest {

    private static final String FILE = "a.arazzo.yaml";

    @TempDir
    Path folder;

    private ShopModule module;

    @BeforeEach
    void setUp() {
        module = new ShopModule(folder);
    }

    @AfterEach
    void tearDown() {
        module.close();
    }

    @Test
    void a_missing_file() {
        assertThat(documentMessage()).isEqualTo("""
                /module/a.arazzo.yaml cannot run, none of its workflows was started.
                a.arazzo.yaml:1:1: There is no document at file:///module/a.arazzo.yaml. Correct the path, \
                or remove what selects the document. [document-not-found]""");
    }

    @Test
    void an_empty_file() {
        module.file(FILE, "");

        assertThat(documentMessage()).isEqualTo("""
                /module/a.arazzo.yaml cannot run, none of its workflows was started.
                a.arazzo.yaml:1:1: The file is empty, there is nothing to read in it. Fill it or delete it. [empty-file]""");
    }

    @Test
    void a_YAML_syntax_error() {
        module.file(FILE, "arazzo: 1.0.1\ninfo: {title: Shop, version: [1}\n");

        assertThat(documentMessage()).isEqualTo("""
                /module/a.arazzo.yaml cannot run, none of its workflows was started.
                a.arazzo.yaml:2:32: The file is no YAML and cannot be read: expected ',' or ']', but got }. \
                Correct the YAML at this place or just before it: indentation, quotes and brackets. [yaml-syntax]""");
    }

    @Test
    void a_field_of_the_wrong_type_in_the_document() {
        module.file(FILE, """
                arazzo: 1.0.1
                info: {title: Shop, version: 1.0}
                sourceDescriptions: [{name: shop, url: ./shop.yaml}]
                workflows: [{workflowId: buy, steps: [{stepId: list, operationId: listOrders}]}]
                """);

        assertThat(documentMessage()).isEqualTo("""
                /module/a.arazzo.yaml cannot run, none of its workflows was started.
                a.arazzo.yaml:2:21: 'version' of the info object has to be a text, but is the number 1.0. \
                The document cannot run. Put the value in quotes. [wrong-type]""");
    }

    @Test
    void a_field_of_the_wrong_type_in_a_workflow() {
        module.document(FILE, """
                - workflowId: buy
                  steps:
                    - stepId: list
                      operationId: listOrders
                      successCriteria: $statusCode == 200
                """);

        assertThat(message("buy")).isEqualTo("""
                Workflow 'buy' is not valid and was not started:
                  a.arazzo.yaml:9:9: 'successCriteria' of the step 'list' has to be a list, but is the text \
                '$statusCode == 200'. The workflow cannot run. Write a list. [wrong-type]""");
    }

    @Test
    void an_unknown_operation() {
        module.document(FILE, """
                - workflowId: buy
                  steps: [{stepId: list, operationId: listOrder}]
                """);

        assertThat(message("buy")).isEqualTo("""
                Workflow 'buy' is not valid and was not started:
                  a.arazzo.yaml:6:28: operationId 'listOrder' does not exist in source 'shop' \
                (shop.yaml:3:1 #/paths); the step cannot run. Did you mean 'listOrders'? [unknown-operation]""");
    }

    @Test
    void an_unknown_step_in_goto() {
        module.document(FILE, """
                - workflowId: buy
                  steps:
                    - stepId: create
                      operationId: createOrder
                    - stepId: list
                      operationId: listOrders
                      onFailure: [{name: again, type: goto, stepId: creat}]
                """);

        assertThat(message("buy")).isEqualTo("""
                Workflow 'buy' is not valid and was not started:
                  a.arazzo.yaml:11:47: The action 'again' names the step 'creat', but this workflow has none with \
                this id. The workflow cannot run. Did you mean 'create'? [unknown-step]""");
    }

    @Test
    void a_missing_required_input() {
        module.document(FILE, """
                - workflowId: buy
                  inputs: {type: object, required: [id], properties: {id: {type: string}}}
                  steps:
                    - stepId: read
                      operationId: readOrder
                      parameters: [{name: id, in: path, value: $inputs.id}]
                """);

        assertThat(message("buy")).isEqualTo("""
                The inputs of workflow 'buy' are not valid; no request was sent:
                  the whole value: required property 'id' not found (a.arazzo.yaml:6:28 #/workflows/0/inputs/required)
                Give them in the file of inputs beside the document, or set 'arazzo.inputs.buy.<name>'.""");
        assertThat(module.requests()).isEmpty();
    }

    @Test
    void a_source_file_that_is_not_there() {
        module.document(FILE, "{name: shop, url: ./shops.yaml}", """
                - workflowId: buy
                  steps: [{stepId: list, operationId: listOrders}]
                """);

        assertThat(message("list")).isEqualTo("""
                list: a.arazzo.yaml:3:22: Source 'shop' cannot be used: file:///module/shops.yaml: \
                there is no such file. Steps that need it fail. Correct the url, or set 'arazzo.source.shop'. \
                [source-not-usable]
                  at a.arazzo.yaml:6:13""");
    }

    @Test
    void an_OpenAPI_description_that_cannot_be_parsed() {
        module.file("shop.yaml", "openapi: 3.1.0\npaths: {\n");
        module.document(FILE, """
                - workflowId: buy
                  steps: [{stepId: list, operationId: listOrders}]
                """);

        assertThat(message("list")).isEqualTo("""
                list: a.arazzo.yaml:3:22: Source 'shop' cannot be used: file:///module/shop.yaml: \
                shop.yaml:3:1: The file is no YAML and cannot be read: expected the node content, but found \
                '<stream end>'. Correct the YAML at this place or just before it: indentation, quotes and brackets. \
                [yaml-syntax] Steps that need it fail. Correct the url, or set 'arazzo.source.shop'. \
                [source-not-usable]
                  at a.arazzo.yaml:6:13""");
    }

    @Test
    void a_source_that_is_no_OpenAPI_description() {
        module.file("shop.yaml", "swagger: '2.0'\npaths: {}\n");
        module.document(FILE, """
                - workflowId: buy
                  steps: [{stepId: list, operationId: listOrders}]
                """);

        assertThat(message("list")).isEqualTo("""
                list: a.arazzo.yaml:3:22: Source 'shop' cannot be used: file:///module/shop.yaml: \
                shop.yaml:1:1: This is a Swagger 2.0 document, so no operation of this source can run. \
                Steps that need it fail. Convert it to OpenAPI 3.0 or newer and let the url or 'arazzo.source.shop' \
                lead to the result. [unsupported-description]
                  at a.arazzo.yaml:6:13""");
    }

    @Test
    void a_source_whose_url_leads_to_a_page_for_readers() {
        module.file("shop.yaml", "\uFEFF<!doctype html>\n<html></html>\n");
        module.document(FILE, """
                - workflowId: buy
                  steps: [{stepId: list, operationId: listOrders}]
                """);

        assertThat(message("list")).isEqualTo("""
                list: a.arazzo.yaml:3:22: Source 'shop' cannot be used: file:///module/shop.yaml: \
                it is a page in HTML or XML, no description in YAML or JSON. Steps that need it fail. \
                Correct the url, or set 'arazzo.source.shop'. [source-not-usable]
                  at a.arazzo.yaml:6:13""");
    }

    private String documentMessage() {
        return message(folder.resolve(FILE).toString());
    }

    /** Without the name of the temporary folder. */
    private String message(String node) {
        return module.run(FILE)
                .message(node)
                .replace(folder.toUri().toString(), "file:///module/")
                .replace(folder.toString(), "/module");
    }
}
