package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.ArazzoTestEngine;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Requests as Gradle 9.4 and newer make them of its {@code testDefinitionDirs}: no class is involved. */
class GradleSelectorsTest {

    private static final String DOCUMENT = """
            arazzo: 1.0.1
            info: {title: Orders, version: 1.0.0}
            sourceDescriptions: [{name: shop, url: %s, type: openapi}]
            workflows:
              - workflowId: %s
                x-junit-tags: [%s]
                steps:
                  - {stepId: first, operationId: find}
                  - stepId: second
                    operationId: find
            """;

    private static final List<String> ALL = List.of("order: first", "order: second", "deep: first", "deep: second");

    @TempDir
    Path module;

    private Workspace workspace;
    private Path definitions;
    private Path order;

    @BeforeEach
    void setUp() throws IOException {
        workspace = new Workspace(module);
        workspace.file("src/test/openapi/shop.yaml", """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                servers: [{url: "http://localhost:9"}]
                paths:
                  /orders: {get: {operationId: find, responses: {"200": {description: All orders.}}}}
                """);
        definitions = workspace.directory("src/test/arazzo").toRealPath();
        order = workspace
                .file("src/test/arazzo/order.arazzo.yaml", DOCUMENT.formatted("../openapi/shop.yaml", "order", "smoke"))
                .toRealPath();
        workspace.file("src/test/arazzo/sub/deep.yaml", DOCUMENT.formatted("../../openapi/shop.yaml", "deep", "slow"));
        workspace.file("src/test/arazzo/sub/data.yaml", "a: 1");
        workspace.file("src/test/features/some.feature", "Feature: Other");
    }

    static Stream<Named<Function<Path, List<DiscoverySelector>>>> selections() {
        return Stream.of(
                Named.of("a directory", all -> List.of(directory(all))),
                Named.of("a relative directory", all -> List.of(directory(relative(all)))),
                Named.of("both spellings", all -> List.of(directory(relative(all)), directory(all))),
                Named.of("by way of others", all -> List.of(directory(all.resolve("sub/../../arazzo/.")))),
                Named.of("first the outer one", all -> List.of(directory(all), directory(all.resolve("sub")))),
                Named.of("first the inner one", all -> List.of(directory(all.resolve("sub")), directory(all))),
                Named.of("beside a class", all -> List.of(selectClass(GradleSelectorsTest.class), directory(all))),
                Named.of(
                        "files",
                        all -> List.of(file(all.resolve("order.arazzo.yaml")), file(all.resolve("sub/deep.yaml")))),
                Named.of(
                        "relative files",
                        all -> List.of(
                                file(relative(all.resolve("order.arazzo.yaml"))),
                                file(relative(all.resolve("sub/deep.yaml"))))),
                Named.of(
                        "a file of the directory",
                        all -> List.of(file(all.resolve("order.arazzo.yaml")), directory(all))),
                Named.of(
                        "a line of the directory",
                        all -> List.of(
                                selectFile(all.resolve("sub/deep.yaml").toFile(), FilePosition.from(9)),
                                directory(all))),
                Named.of(
                        "a directory of another engine",
                        all -> List.of(directory(all.resolveSibling("features")), directory(all))));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void each_document_runs_once(Function<Path, List<DiscoverySelector>> selection) {
        assertThat(run(selection.apply(definitions))).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void a_file_with_a_line_runs_the_element_there() {
        assertThat(run(List.of(selectFile(order.toFile(), FilePosition.from(9)))))
                .containsExactly("order: second");
    }

    @Test
    void a_directory_that_is_a_link_gives_its_documents() throws IOException {
        Path link = Files.createSymbolicLink(module.resolve("link"), definitions);

        assertThat(run(List.of(directory(link)))).containsExactlyInAnyOrderElementsOf(ALL);
    }

    /** Gradle filters by the file of a test, and names its containers by it. */
    @Test
    void every_node_has_the_file_in_the_directory_as_its_source() {
        List<TestDescriptor> nodes = workspace.nodes(directory(definitions));

        assertThat(nodes)
                .hasSize(8)
                .allSatisfy(node -> assertThat(node.getSource())
                        .hasValueSatisfying(source -> assertThat(source)
                                .isExactlyInstanceOf(FileSource.class)
                                .extracting(
                                        file -> ((FileSource) file).getFile().toPath())
                                .matches(file -> file.startsWith(definitions) && Files.isRegularFile(file))));
        assertThat(nodes)
                .filteredOn(TestDescriptor::isTest)
                .allSatisfy(node -> assertThat(((FileSource) node.getSource().orElseThrow()).getPosition())
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "order.arazzo, 'order: first,order: second'",
        "sub.deep, 'deep: first,deep: second'",
        "org.example.SomeTest, ''"
    })
    void a_filter_by_the_path_keeps_the_documents_that_match(String name, String run) {
        assertThat(String.join(",", run(List.of(directory(definitions)), new PathFilter(definitions, name))))
                .isEqualTo(run);
    }

    @Test
    void a_filter_by_tags_keeps_the_workflows_that_match() {
        assertThat(run(List.of(directory(definitions)), TagFilter.includeTags("smoke")))
                .containsExactly("order: first", "order: second");
        assertThat(run(List.of(directory(definitions)), TagFilter.excludeTags("smoke")))
                .containsExactly("deep: first", "deep: second");
    }

    @Test
    void a_filter_by_engines_keeps_this_one() {
        assertThat(run(
                        List.of(directory(definitions)),
                        EngineFilter.includeEngines("arazzo"),
                        EngineFilter.excludeEngines("junit-jupiter")))
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(run(List.of(directory(definitions)), EngineFilter.excludeEngines("arazzo")))
                .isEmpty();
    }

    @Test
    void a_directory_without_documents_is_a_warning_in_Gradle() {
        var results = workspace.discoverWith(
                Map.of("org.gradle.test.worker", "1"), directory(definitions.resolveSibling("features")));

        assertThat(Workspace.nodes(results)).isEmpty();
        assertThat(results.getDiscoveryIssues()).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message())
                    .startsWith("There is no Arazzo document in the directory " + definitions.resolveSibling("features")
                            + " and below it. No test was run for it.")
                    .contains("Correct the directory unless it is meant for another engine; a document is");
        });
    }

    @Test
    void documents_beside_a_directory_without_documents_have_no_other_warning() {
        List<DiscoveryIssue> issues = workspace
                .discoverWith(
                        Map.of("org.gradle.test.worker", "1"),
                        directory(definitions.resolveSibling("features")),
                        directory(definitions))
                .getDiscoveryIssues();

        assertThat(issues)
                .singleElement()
                .extracting(DiscoveryIssue::message)
                .asString()
                .contains("features");
    }

    @Test
    void a_directory_that_a_suite_names_is_meant_for_this_engine_in_Gradle_as_well() {
        UniqueId insideOfSuite = UniqueId.parse("[engine:junit-platform-suite]/[suite:All]/[engine:arazzo]");
        TestDescriptor engine = new ArazzoTestEngine()
                .discover(
                        request(List.of(directory(definitions.resolveSibling("features"))))
                                .build(),
                        insideOfSuite);

        assertThat(engine.getChildren()).singleElement().isInstanceOf(FailureDescriptor.class);
    }

    private static DiscoverySelector directory(Path directory) {
        return selectDirectory(directory.toFile());
    }

    private static DiscoverySelector file(Path file) {
        return selectFile(file.toFile());
    }

    private static Path relative(Path path) {
        return Path.of("").toAbsolutePath().relativize(path);
    }

    private static LauncherDiscoveryRequestBuilder request(List<DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("org.gradle.test.worker", "1")
                .configurationParameter("arazzo.report", "off");
    }

    /** Workflow and step of each test that was successful; no other must have run. */
    private static List<String> run(List<DiscoverySelector> selectors, Filter<?>... filters) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new ArazzoTestEngine())
                .build();
        List<String> ended = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                assertThat(result.getThrowable()).isEmpty();
                if (test.isTest()) {
                    List<UniqueId.Segment> segments = test.getUniqueIdObject().getSegments();
                    ended.add(
                            segments.get(2).getValue() + ": " + segments.get(3).getValue());
                }
            }
        };
        LauncherFactory.create(config)
                .execute(request(selectors).filters(filters).build(), listener);
        return ended;
    }

    /** Keeps the tests of files whose path below the directory, with dots, is as wanted. */
    private record PathFilter(Path directory, String name) implements PostDiscoveryFilter {

        @Override
        public FilterResult apply(TestDescriptor node) {
            return FilterResult.includedIf(!(node.getSource().orElse(null) instanceof FileSource source)
                    || matches(source.getFile().toPath()));
        }

        private boolean matches(Path file) {
            String path =
                    directory.relativize(file).toString().replace('\\', '/').replace('/', '.');
            return file.startsWith(directory)
                    && path.substring(0, path.lastIndexOf('.')).equals(name);
        }
    }
}
