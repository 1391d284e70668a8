package io.github.arazzojunit.validation;

import static io.github.arazzojunit.validation.ValidationRule.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.SourceLibrary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only the sources show. */
class LinkedValidationTest {

    private static final String STEP = "/workflows/0/steps/0";

    private static final String API = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                parameters: [{name: tenant, in: header, required: true, schema: {}}]
                get: {operationId: listPets, parameters: [{name: limit, in: query, schema: {}}]}
                post:
                  operationId: createPet
                  requestBody: {required: true, content: {application/json: {}}}
              /pets/{id}:
                get: {operationId: getPet, parameters: [{name: id, in: path, required: true, schema: {}}]}
              /twice:
                get: {operationId: twice}
                post: {operationId: twice}
              /v2/{+name}:
                get: {operationId: named, parameters: [{name: name, in: path, required: true, schema: {}}]}
              /once:
                get: {}
              /gone: {$ref: '#/components/pathItems/gone'}
              /broken:
                get: {operationId: broken, parameters: [{$ref: '#/components/parameters/nothing'}]}
            webhooks:
              changed:
                post: {operationId: petChanged}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Api-Key}
            """;

    private static final Map<String, String> FILES = files(
            "api.yaml",
            API,
            "other.yaml",
            API.replace("listPets", "listOthers").replace("/pets/{id}", "/others/{id}"),
            "called.arazzo.yaml",
            called("", "v"),
            "self.arazzo.yaml",
            called("$self: https://example.com/self.arazzo.yaml", "v"),
            "merge.yaml",
            "openapi: 3.0.3\npaths:\n  /a: {get: &get {operationId: a, responses: {}}, put: {<<: *get, operationId: b}}\n",
            "twin.arazzo.yaml",
            called("$self: https://example.com/self.arazzo.yaml", "t"),
            "callback.arazzo.yaml",
            "arazzo: 1.1.0\ninfo: {title: T, version: '1'}\n"
                    + "sourceDescriptions: [{name: main, url: test.arazzo.yaml, type: arazzo}]\n"
                    + "workflows: [{workflowId: v, dependsOn: [$sourceDescriptions.main.w], steps: [{stepId: a,"
                    + " operationId: x}]}]\n");

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("faults")
    void one_fault_gives_one_finding(String sentence, ValidationRule rule, String pointer, String workflow) {
        assertThat(findings(workflow)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.id());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.message()).endsWith(".");
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    static Stream<Arguments> faults() {
        return Stream.concat(operations(), documents());
    }

    private static Stream<Arguments> operations() {
        String tenant = "{name: tenant, in: header, value: t}";
        return Stream.of(
                arguments(
                        "STP-10 an operation does not exist",
                        UNKNOWN_OPERATION,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.listPet")),
                arguments(
                        "STP-23 an operationPath ends at a path",
                        UNKNOWN_OPERATION,
                        STEP + "/operationPath",
                        step("operationPath: '{$sourceDescriptions.api.url}#/paths/~1pets'")),
                arguments(
                        "STP-10 an operation id is not unique in its description",
                        AMBIGUOUS_OPERATION,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.twice")),
                arguments(
                        "STP-11 a bare operation id exists in two sources",
                        AMBIGUOUS_OPERATION,
                        STEP + "/operationId",
                        step("operationId: getPet")),
                arguments(
                        "AMB-28 a path has no place for a parameter",
                        PATH_PARAMETER_WITHOUT_PLACEHOLDER,
                        STEP + "/parameters/1",
                        step("operationId: $sourceDescriptions.api.getPet, parameters: [{name: id, in: path, value:"
                                + " 1}, {name: petId, in: path, value: 1}]")),
                arguments(
                        "AMB-24 a parameter of an OpenAPI operation goes to a channel",
                        CHANNEL_PARAMETER_OF_OPERATION,
                        STEP + "/parameters/1",
                        step("operationId: $sourceDescriptions.api.listPets, parameters: [" + tenant
                                + ", {name: c, in: channel, value: 1}]")),
                arguments(
                        "PRM-18 a parameter is not declared",
                        UNDECLARED_PARAMETER,
                        STEP + "/parameters/1",
                        step("operationId: $sourceDescriptions.api.listPets, parameters: [" + tenant
                                + ", {name: limits, in: query, value: 1}]")),
                arguments(
                        "HTTP-07 a required parameter is not given",
                        REQUIRED_PARAMETER_MISSING,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.listPets")),
                arguments(
                        "PRM-11 a placeholder of the path is not filled",
                        REQUIRED_PARAMETER_MISSING,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.getPet")),
                arguments(
                        "BOD-13 a GET request has a body",
                        BODY_WITHOUT_MEANING,
                        STEP + "/requestBody",
                        step("operationId: $sourceDescriptions.api.listPets, requestBody: {payload: 1}, parameters: ["
                                + tenant + "]")),
                arguments(
                        "BOD-14 a required body is not sent",
                        REQUIRED_BODY_MISSING,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.createPet, parameters: [" + tenant + "]")),
                arguments(
                        "AMB-31 a content type is not offered",
                        CONTENT_TYPE_NOT_OFFERED,
                        STEP + "/requestBody/contentType",
                        step("operationId: $sourceDescriptions.api.createPet, parameters: [" + tenant
                                + "], requestBody: {contentType: text/csv, payload: a}")),
                arguments(
                        "AMB-57 a criterion reads a header that is not sent",
                        UNDECLARED_REQUEST_VALUE,
                        STEP + "/successCriteria/0/condition",
                        step("operationId: $sourceDescriptions.api.listPets, parameters: [" + tenant
                                + "], successCriteria: [{condition: $request.header.X-None == 1}]")),
                arguments(
                        "SRC-12 the description of an operation is broken",
                        BROKEN_DESCRIPTION,
                        STEP + "/operationId",
                        step("operationId: $sourceDescriptions.api.broken")));
    }

    private static Stream<Arguments> documents() {
        String operation =
                "steps: [{stepId: a, operationId: $sourceDescriptions.api.listPets, parameters: [{name: tenant,"
                        + " in: header, value: t}]}]";
        return Stream.of(
                arguments(
                        "STP-41 a workflow of another document does not exist",
                        UNKNOWN_WORKFLOW,
                        STEP + "/workflowId",
                        step("workflowId: $sourceDescriptions.called.nobody")),
                arguments(
                        "WF-24 documents depend on each other",
                        DEPENDENCY_CYCLE,
                        "/workflows/0/dependsOn",
                        "dependsOn: [$sourceDescriptions.callback.v], " + operation),
                arguments(
                        "URI-12 a document with an identity is referred to by its place",
                        REFERENCED_BY_LOCATION,
                        "/sourceDescriptions/3/url",
                        step("workflowId: $sourceDescriptions.self.v")),
                arguments(
                        "WF-10 the schema of the inputs names another dialect",
                        BROKEN_INPUTS_SCHEMA,
                        "/workflows/0/inputs",
                        "inputs: {$schema: 'http://json-schema.org/draft-04/schema#'}, " + operation),
                arguments(
                        "WF-10 a type in the schema of the inputs does not exist",
                        INVALID_INPUTS_SCHEMA,
                        "/workflows/0/inputs/properties/a/type",
                        "inputs: {properties: {a: {type: strin}}}, " + operation),
                arguments(
                        "WF-10 a keyword in the schema of the inputs has a value of the wrong kind",
                        INVALID_INPUTS_SCHEMA,
                        "/workflows/0/inputs/properties/a/required",
                        "inputs: {properties: {a: {required: true}}}, " + operation));
    }

    @Test
    void URI_13_two_documents_with_one_identity_are_an_error() {
        assertThat(findings("steps: [{stepId: a, workflowId: $sourceDescriptions.self.v}, {stepId: b, workflowId:"
                        + " $sourceDescriptions.twin.t}]"))
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(SAME_IDENTITY.id());
                    assertThat(finding.pointer()).isEqualTo("/sourceDescriptions/4/url");
                });
    }

    @Test
    void STP_23_an_operationPath_that_ends_at_a_path_is_its_only_operation_with_a_warning() {
        assertThat(findings(step("operationPath: '{$sourceDescriptions.api.url}#/paths/~1once'")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("operation-path-spelling");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("GET /once (api.yaml:18:5 #/paths/~1once/get)");
                    assertThat(finding.remedy()).isEqualTo("Write '{$sourceDescriptions.api.url}#/paths/~1once/get'.");
                });
    }

    @Test
    void STP_23_an_operationPath_that_ends_at_a_path_with_several_operations_names_them() {
        assertThat(findings(step("operationPath: '{$sourceDescriptions.api.url}#/paths/~1twice'")))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains(
                        "GET /twice (api.yaml:13:5 #/paths/~1twice/get)",
                        "POST /twice (api.yaml:14:5 #/paths/~1twice/post)");
    }

    @Test
    void STP_10_an_operation_that_does_not_exist_names_the_paths_that_cannot_be_read() {
        assertThat(findings(step("operationId: $sourceDescriptions.api.gone")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("in source 'api' (api.yaml:3:1 #/paths)");
                    assertThat(finding.remedy())
                            .endsWith(
                                    "It may be in a part of the description that cannot be read: api.yaml:19:3 #/paths/~1gone: "
                                            + "The reference \"#/components/pathItems/gone\" leads to nothing; "
                                            + "what it stands for is unknown to the run.");
                });
    }

    @Test
    void URI_13_a_document_whose_identity_another_one_claims_is_reported() {
        SourceLibrary library = new SourceLibrary(uri -> content(uri, ""), Map.of(), ReadLimits.DEFAULT);
        ArazzoDocument document = Documents.read(Documents.FILE, FILES.get("self.arazzo.yaml"));
        ArazzoDocument twin = Documents.read(URI.create("file:/docs/twin.arazzo.yaml"), FILES.get("twin.arazzo.yaml"));
        LinkedDocument linked = library.link(document, List.of());
        library.link(twin, List.of());

        assertThat(DocumentValidator.validate(linked, document.workflows().get(0)))
                .filteredOn(finding -> finding.rule().equals(IDENTITY_NOT_UNIQUE.id()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("https://example.com/self.arazzo.yaml", "twin.arazzo.yaml");
                });
    }

    @Test
    void STP_15_a_webhook_is_no_operation_that_a_step_can_call() {
        assertThat(findings(step("operationId: $sourceDescriptions.api.petChanged")))
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains(
                        "It is a webhook (api.yaml:24:5 #/webhooks/changed/post), which the provider calls and no step.");
    }

    @Test
    void PRM_11_a_placeholder_with_an_operator_is_that_of_the_declared_parameter_with_a_warning() {
        assertThat(findings(step(
                        "operationId: $sourceDescriptions.api.named, parameters: [{name: name, in: path, value: a}]")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(BROKEN_DESCRIPTION.id());
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.message()).contains("api.yaml:16:44", "{+name}");
                });
    }

    @Test
    void DOC_03_merge_keys_of_a_description_are_one_warning_at_its_entry_however_many_steps_use_it() {
        assertThat(findings("steps: [{stepId: a, operationId: $sourceDescriptions.merge.a},"
                        + " {stepId: b, operationId: $sourceDescriptions.merge.b}]"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(UNUSUAL_DESCRIPTION.id());
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.pointer()).isEqualTo("/sourceDescriptions/6");
                    assertThat(finding.message()).contains("merge.yaml:3:57", "merge key '<<'");
                });
    }

    @Test
    void AMB_05_a_source_that_cannot_be_loaded_is_an_error_at_its_entry() {
        assertThat(findings(step("operationId: $sourceDescriptions.absent.a")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("source-not-usable");
                    assertThat(finding.pointer()).isEqualTo("/sourceDescriptions/6");
                });
    }

    @Test
    void AMB_05_a_local_source_that_cannot_be_loaded_and_that_the_workflow_does_not_need_is_a_warning() {
        assertThat(findings("summary: absent, " + step("workflowId: $sourceDescriptions.called.v")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("source-not-usable");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.pointer()).isEqualTo("/sourceDescriptions/6");
                    assertThat(finding.message()).endsWith("This workflow does not need it.");
                });
    }

    @Test
    void AMB_05_a_source_on_another_machine_is_loaded_only_where_a_workflow_needs_it() {
        List<URI> loaded = new ArrayList<>();

        findings(step("workflowId: $sourceDescriptions.called.v"), loaded);

        assertThat(loaded).extracting(URI::getScheme).containsOnly("file");
    }

    @Test
    void findings_of_the_document_alone_are_not_repeated() {
        assertThat(findings("outputs: {o: done}, steps: [{stepId: a, operationId: $sourceDescriptions.none.b}]"))
                .isEmpty();
    }

    @Test
    void STP_12_a_bare_operation_id_that_one_source_has_is_a_warning() {
        assertThat(findings(step("operationId: listOthers, parameters: [{name: tenant, in: header, value: 1}]")))
                .extracting(Finding::rule)
                .contains("bare-operation-id");
    }

    @Test
    void STP_41_a_reference_that_names_the_field_of_the_workflows_as_well_is_a_warning() {
        assertThat(findings(step("workflowId: $sourceDescriptions.called.workflows.v")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("workflow-reference-spelling");
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
                    assertThat(finding.pointer()).isEqualTo(STEP + "/workflowId");
                    assertThat(finding.remedy()).isEqualTo("Write '$sourceDescriptions.called.v'.");
                });
    }

    @Test
    void PRM_13_credentials_and_common_headers_need_no_declaration() {
        assertThat(findings(
                        step("operationId: $sourceDescriptions.api.listPets, parameters: [{name: Tenant, in: header,"
                                + " value: 1}, {name: Authorization, in: header, value: a}, {name: x-api-key, in: header,"
                                + " value: a}, {name: Accept, in: header, value: a}]")))
                .isEmpty();
    }

    private static String step(String fields) {
        return "steps: [{stepId: a, " + fields + "}]";
    }

    private static String called(String self, String workflowId) {
        return "arazzo: 1.1.0\n" + self + "\ninfo: {title: T, version: '1'}\n"
                + "sourceDescriptions: [{name: api, url: api.yaml}]\n"
                + "workflows: [{workflowId: " + workflowId + ", steps: [{stepId: a, operationId: broken}]}]\n";
    }

    private static Map<String, String> files(String... namesAndTexts) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return files;
    }

    private static List<Finding> findings(String workflow) {
        return findings(workflow, new ArrayList<>());
    }

    private static List<Finding> findings(String workflow, List<URI> loaded) {
        String text = ("arazzo: 1.1.0\ninfo: {title: T, version: '1'}\nsourceDescriptions:\n"
                + "- {name: api, url: api.yaml}\n- {name: other, url: other.yaml}\n"
                + "- {name: called, url: called.arazzo.yaml, type: arazzo}\n"
                + "- {name: self, url: self.arazzo.yaml, type: arazzo}\n"
                + "- {name: twin, url: twin.arazzo.yaml, type: arazzo}\n"
                + "- {name: callback, url: callback.arazzo.yaml, type: arazzo}\n"
                + (workflow.contains("absent") ? "- {name: absent, url: absent.yaml}\n" : "")
                + (workflow.contains("merge") ? "- {name: merge, url: merge.yaml}\n" : "")
                + "- {name: remote, url: https://example.com/remote.yaml}\n"
                + "workflows: [{workflowId: w, " + workflow + "}]\n");
        ArazzoDocument document = Documents.read(Documents.FILE, text);
        SourceLibrary library = new SourceLibrary(
                uri -> {
                    loaded.add(uri);
                    return content(uri, text);
                },
                Map.of(),
                ReadLimits.DEFAULT);
        LinkedDocument linked = library.link(document, DocumentValidator.validate(document));
        return DocumentValidator.validate(linked, document.workflows().get(0));
    }

    private static byte[] content(URI uri, String document) throws IOException {
        String name = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
        String text = uri.equals(Documents.FILE) ? document : FILES.get(name);
        return Optional.ofNullable(text)
                .orElseThrow(() -> new FileNotFoundException("there is no such file."))
                .getBytes(StandardCharsets.UTF_8);
    }
}
