package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;

class SelectorsTest {

    private static final List<String> ALL_OF_ORDERS = List.of(
            "[document:flows/orders.arazzo.yaml]",
            "[document:flows/orders.arazzo.yaml]/[workflow:place-order]",
            "[document:flows/orders.arazzo.yaml]/[workflow:place-order]/[step:first]",
            "[document:flows/orders.arazzo.yaml]/[workflow:place-order]/[step:second]",
            "[document:flows/orders.arazzo.yaml]/[workflow:cancel-order]",
            "[document:flows/orders.arazzo.yaml]/[workflow:cancel-order]/[step:third]",
            "[document:flows/orders.arazzo.yaml]/[workflow:cancel-order]/[step:fourth]");

    @TempDir
    Path module;

    private Workspace workspace;
    private Path root;
    private Path orders;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module);
        root = workspace.directory("target/test-classes");
        orders = workspace.file("target/test-classes/flows/orders.arazzo.yaml", Workspace.ORDERS);
        workspace.onClassPath(root);
    }

    @Test
    void a_class_path_root_gives_its_documents() {
        assertThat(workspace.ids(rootSelector(root))).isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void an_archive_as_class_path_root_gives_its_documents() {
        Path jar = workspace.jar("flows.jar", "in/jar/arazzo.yaml", Workspace.small("jarred"));
        workspace.onClassPath(jar);

        assertThat(workspace.ids(rootSelector(jar)))
                .containsExactly(
                        "[document:in/jar/arazzo.yaml]",
                        "[document:in/jar/arazzo.yaml]/[workflow:jarred]",
                        "[document:in/jar/arazzo.yaml]/[workflow:jarred]/[step:only]");
    }

    @Test
    void a_class_path_root_without_documents_gives_nothing() {
        assertThat(workspace.ids(rootSelector(workspace.directory("empty")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.arazzo.yaml, true",
        "a.arazzo.yml, true",
        "a.arazzo.json, true",
        "arazzo.yaml, true",
        "arazzo.yml, true",
        "arazzo.json, true",
        "ARAZZO.YAML, true",
        "a.yaml, false",
        "a.arazzo.inputs.yaml, false",
        "notarazzo.yaml, false",
        "arazzo.txt, false",
    })
    void DOC_09_a_scan_knows_documents_by_their_names(String name, boolean found) {
        Path scanned = workspace.directory("scanned");
        workspace.file("scanned/" + name, Workspace.small("one"));

        assertThat(workspace.ids(rootSelector(scanned))).hasSize(found ? 3 : 0);
    }

    @Test
    void a_package_gives_its_documents_and_those_below_it() {
        workspace.file("target/test-classes/flows/deep/arazzo.yaml", Workspace.small("deep"));
        workspace.file("target/test-classes/other/arazzo.yaml", Workspace.small("other"));

        assertThat(workspace.ids(selectPackage("flows")))
                .containsAll(ALL_OF_ORDERS)
                .contains("[document:flows/deep/arazzo.yaml]")
                .noneMatch(id -> id.contains("other"));
    }

    @Test
    void a_package_without_documents_gives_nothing() {
        assertThat(workspace.ids(selectPackage("nowhere"))).isEmpty();
    }

    @Test
    void a_package_filter_keeps_documents_of_other_packages_out() {
        workspace.file("target/test-classes/other/arazzo.yaml", Workspace.small("other"));
        EngineDiscoveryResults results = workspace.discoverWith(
                Map.of(),
                new DiscoveryFilter<?>[] {PackageNameFilter.excludePackageNames("other")},
                rootSelector(root));

        assertThat(Workspace.ids(results)).isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_resource_gives_its_document() {
        assertThat(workspace.ids(selectClasspathResource("flows/orders.arazzo.yaml")))
                .isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_resource_with_a_line_gives_the_element_there() {
        assertThat(workspace.ids(selectClasspathResource("flows/orders.arazzo.yaml", FilePosition.from(23))))
                .last()
                .isEqualTo("[document:flows/orders.arazzo.yaml]/[workflow:cancel-order]/[step:fourth]");
    }

    @Test
    void a_file_gives_its_document() {
        assertThat(workspace.ids(selectFile(orders.toFile()))).isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_file_may_have_any_name_when_it_is_selected() {
        Path file = workspace.file("any.yml", Workspace.small("any"));

        assertThat(workspace.ids(selectFile(file.toFile()))).hasSize(3);
    }

    @Test
    void a_file_of_another_engine_is_left_to_that_engine() {
        assertThat(workspace.ids(selectFile(
                        workspace.file("some.feature", "Feature: Other").toFile())))
                .isEmpty();
    }

    @Test
    void a_file_without_class_path_is_named_by_its_place() {
        Path file = workspace.file("flows/arazzo.yaml", Workspace.small("outside"));

        assertThat(workspace.ids(selectFile(file.toFile())))
                .first()
                .isEqualTo("[document:" + file.toString().replace('\\', '/') + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 7, whole document",
        "10, 4, [workflow:place-order]",
        "11, 4, [workflow:place-order]",
        "12, 3, [step:first]",
        "13, 3, [step:first]",
        "14, 3, [step:second]",
        "16, 4, [workflow:place-order]",
        "17, 4, [workflow:place-order]",
        "18, 4, [workflow:cancel-order]",
        "24, 3, [step:fourth]",
    })
    void a_line_selects_the_innermost_element_that_contains_it(int line, int nodes, String last) {
        EngineDiscoveryResults results =
                workspace.discoverWith(Map.of(), selectFile(orders.toFile(), FilePosition.from(line)));
        List<String> ids = Workspace.ids(results);

        assertThat(ids).hasSize(nodes);
        if (last.startsWith("[")) {
            assertThat(ids).anyMatch(id -> id.endsWith(last));
            assertThat(results.getDiscoveryIssues()).isEmpty();
        } else {
            assertThat(results.getDiscoveryIssues())
                    .singleElement()
                    .satisfies(
                            issue -> assertThat(issue.message())
                                    .isEqualTo(
                                            "There is no workflow or step at line 9 of flows/orders.arazzo.yaml."
                                                    + " The whole document is selected instead. Select the line of a step or workflow."));
        }
    }

    @Test
    void a_uri_gives_its_document() {
        assertThat(workspace.ids(selectUri(orders.toUri()))).isEqualTo(ALL_OF_ORDERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file://host/shop.arazzo.yaml", "file:?line=1", "https://host/shop.arazzo.yaml"})
    void a_uri_that_is_no_path_of_this_machine_keeps_nothing_else_from_being_found(String uri) {
        assertThat(workspace.ids(selectUri(uri), selectUri(orders.toUri()))).isEqualTo(ALL_OF_ORDERS);
    }

    @ParameterizedTest
    @CsvSource({"?line=14", "?line=14&column=11"})
    void a_uri_with_a_line_gives_the_element_there(String query) {
        assertThat(workspace.ids(selectUri(URI.create(orders.toUri() + query))))
                .containsExactly(ALL_OF_ORDERS.get(0), ALL_OF_ORDERS.get(1), ALL_OF_ORDERS.get(3));
    }

    @Test
    void a_class_path_uri_gives_its_document() {
        assertThat(workspace.ids(selectUri("classpath:/flows/orders.arazzo.yaml")))
                .isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_uri_into_an_archive_gives_its_document() {
        Path jar = workspace.jar("flows.jar", "in/jar/any.yaml", Workspace.small("jarred"));
        String uri = "jar:" + jar.toUri() + "!/in/jar/any.yaml";

        assertThat(workspace.ids(selectUri(uri))).hasSize(3).first().isEqualTo("[document:" + uri + "]");
    }

    @Test
    void a_uri_of_the_network_is_never_asked_for() {
        assertThat(workspace.ids(selectUri("http://localhost:1/a.arazzo.yaml"))).isEmpty();
    }

    @Test
    void a_directory_gives_its_documents_and_those_below_it() {
        assertThat(workspace.ids(selectDirectory(root.toFile()))).isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_directory_gives_documents_whatever_their_names_and_no_other_files() {
        Path named = directoryOfAnyNames("named");

        assertThat(documents(selectDirectory(named.toFile()))).isEqualTo(ANY_NAMES);
        assertThat(documents(selectUri(named.toUri()))).isEqualTo(ANY_NAMES);
    }

    @Test
    void links_are_followed_but_not_in_a_circle() throws IOException {
        Path elsewhere = workspace.directory("elsewhere");
        workspace.file("elsewhere/one.yaml", Workspace.small("one"));
        Path linked = workspace.directory("linked");
        Files.createSymbolicLink(linked.resolve("folder"), elsewhere);
        Files.createSymbolicLink(linked.resolve("circle"), linked);
        Files.createSymbolicLink(linked.resolve("broken.yaml"), module.resolve("nowhere.yaml"));
        Path link = Files.createSymbolicLink(module.resolve("link"), root);

        assertThat(documents(selectDirectory(linked.toFile()))).containsExactly("one.yaml");
        assertThat(documents(rootSelector(link))).containsExactly("orders.arazzo.yaml");
    }

    @Test
    void a_folder_of_the_class_path_gives_documents_whatever_their_names_and_no_other_files() {
        directoryOfAnyNames("target/test-classes/named");

        for (String folder : List.of("named", "named/", "/named")) {
            assertThat(documents(selectClasspathResource(folder))).isEqualTo(ANY_NAMES);
        }
        assertThat(documents(selectUri("classpath:/named"))).isEqualTo(ANY_NAMES);
        assertThat(workspace.ids(selectClasspathResource("nowhere"))).isEmpty();
    }

    private static final List<String> ANY_NAMES =
            List.of("broken.yaml", "commented.yml", "late.yaml", "listed.json", "wide.yaml");

    private Path directoryOfAnyNames(String path) {
        Path directory = workspace.directory(path);
        String document = Workspace.small("one");
        workspace.file(path + "/commented.yml", "# Text\n---\n" + document);
        workspace.file(path + "/late.yaml", "x-first: 1\n" + document);
        workspace.file(path + "/listed.json", "{\"$schema\": \"s\", \"arazzo\": \"1.0.1\"}");
        workspace.file(path + "/broken.yaml", "arazzo: 1.0.1\n\tinfo: a: b\n");
        try {
            Files.write(directory.resolve("wide.yaml"), ("\uFEFF" + document).getBytes(StandardCharsets.UTF_16LE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        workspace.file(path + "/shop.yaml", "openapi: 3.1.0\ninfo: {title: arazzo, x-arazzo: {arazzo: 1}}\n");
        workspace.file(path + "/data.json", "[{\"arazzo\": 1}]");
        workspace.file(path + "/late.inputs.yaml", "arazzo: {}\n");
        workspace.file(path + "/text.txt", document);
        return directory;
    }

    private List<String> documents(DiscoverySelector selector) {
        return workspace.ids(selector).stream()
                .filter(id -> !id.contains("]/["))
                .map(id -> id.substring(id.lastIndexOf('/') + 1, id.length() - 1))
                .toList();
    }

    @Test
    void a_scan_warns_of_documents_that_it_does_not_find_by_their_names() {
        directoryOfAnyNames("target/test-classes/named");
        EngineDiscoveryResults results = workspace.discoverWith(Map.of(), rootSelector(root));

        assertThat(Workspace.ids(results)).isEqualTo(ALL_OF_ORDERS);
        assertThat(missed(results))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("named/broken.yaml, ", "named/commented.yml, ")
                        .contains("begin with 'arazzo:' and are not run")
                        .contains("@ArazzoTest(\"classpath:folder\")")
                        .doesNotContain("orders.arazzo.yaml", "named/shop.yaml", "inputs", "named/data.json"));
    }

    @Test
    void documents_that_something_else_finds_are_not_missed() {
        workspace.file("target/test-classes/named/one.yaml", Workspace.small("one"));

        assertThat(missed(workspace.discoverWith(
                        Map.of(), rootSelector(root), selectClasspathResource("named/one.yaml"))))
                .noneMatch(message -> message.contains("named/one.yaml"));
        assertThat(missed(workspace.discoverWith(Map.of("arazzo.filter.document", "orders"), rootSelector(root))))
                .isEmpty();
        assertThat(missed(workspace.discoverWith(Map.of(), selectClasspathResource("flows/orders.arazzo.yaml"))))
                .isEmpty();
    }

    private static List<String> missed(EngineDiscoveryResults results) {
        return results.getDiscoveryIssues().stream()
                .filter(issue -> issue.severity() == DiscoveryIssue.Severity.WARNING)
                .map(DiscoveryIssue::message)
                .filter(message -> message.contains("not run"))
                .toList();
    }

    @Test
    void the_original_of_a_resource_has_the_name_of_its_copy() {
        Path original = workspace.file("src/test/resources/flows/orders.arazzo.yaml", Workspace.ORDERS);

        assertThat(workspace.ids(selectFile(original.toFile()))).isEqualTo(ALL_OF_ORDERS);
    }

    @Test
    void a_document_that_several_selectors_reach_has_one_node() {
        assertThat(workspace.ids(
                        selectFile(orders.toFile(), FilePosition.from(14)),
                        selectClasspathResource("flows/orders.arazzo.yaml"),
                        rootSelector(root)))
                .isEqualTo(ALL_OF_ORDERS);
    }

    private static DiscoverySelector rootSelector(Path root) {
        return selectClasspathRoots(Set.of(root)).get(0);
    }
}
