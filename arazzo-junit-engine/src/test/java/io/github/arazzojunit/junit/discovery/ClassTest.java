package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.arazzojunit.ArazzoDocumentsTest;
import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;

class ClassTest {

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(workspaceRoot());
        workspace.file("classes/class-test/a.arazzo.yaml", Workspace.small("a"));
        workspace.file("classes/class-test/plain.yaml", Workspace.small("plain"));
        workspace.file("classes/class-test/shop.yaml", "openapi: 3.1.0");
        workspace.file("classes/class-test/deep/b.arazzo.json", "{\"arazzo\": \"1.0.0\"}");
    }

    private Path workspaceRoot() {
        return new Workspace(module).directory("classes");
    }

    @ArazzoTest("classpath:class-test/a.arazzo.yaml")
    static class One {}

    @ArazzoTest("classpath:/class-test/*.arazzo.{yaml,json}")
    static class FlatGlob {}

    @ArazzoTest("classpath:**/class-test/**")
    static class AllByName {}

    @ArazzoTest("classpath:class-test/*.yaml")
    static class NamedByGlob {}

    @ArazzoTest("classpath:class-test")
    static class Folder {}

    @ArazzoTest("classpath:**/class-test/shop.yaml")
    static class NamedFile {}

    @ArazzoTest({"classpath:class-test/a.arazzo.yaml", "classpath:class-test/*.txt", "no/such/dir", "a[b"})
    static class Mistaken {}

    @ArazzoTest
    static class Unspecific {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ArazzoTest("classpath:class-test/a.arazzo.yaml")
    @interface Flows {}

    @Flows
    static class Composed {}

    static class SubclassOfOne extends One {}

    @Test
    void a_class_is_named_and_identified_by_its_class() {
        TestDescriptor node = workspace.nodes(selectClass(One.class)).get(0);

        assertThat(node.getUniqueId()).isEqualTo(UniqueId.forEngine("arazzo").append("class", One.class.getName()));
        assertThat(node.getDisplayName()).isEqualTo("One");
        assertThat(node.getLegacyReportingName()).isEqualTo(One.class.getName());
        assertThat(node.getSource()).contains(ClassSource.from(One.class));
        assertThat(node.getType()).isEqualTo(TestDescriptor.Type.CONTAINER);
    }

    @Test
    void a_location_without_wildcard_is_one_document() {
        assertThat(documents(One.class)).containsExactly("class-test/a.arazzo.yaml");
    }

    @Test
    void a_star_stays_inside_of_a_directory() {
        assertThat(documents(FlatGlob.class)).containsExactly("class-test/a.arazzo.yaml");
    }

    @Test
    void two_stars_cross_directories() {
        assertThat(documents(AllByName.class))
                .containsExactly("class-test/a.arazzo.yaml", "class-test/deep/b.arazzo.json", "class-test/plain.yaml");
    }

    @Test
    void a_glob_gives_the_documents_among_the_files_that_it_matches() {
        assertThat(documents(NamedByGlob.class)).containsExactly("class-test/a.arazzo.yaml", "class-test/plain.yaml");
    }

    @Test
    void a_folder_of_the_class_path_gives_all_documents_in_it_whatever_their_names() {
        assertThat(documents(Folder.class))
                .containsExactly("class-test/a.arazzo.yaml", "class-test/deep/b.arazzo.json", "class-test/plain.yaml");
    }

    @Test
    void a_glob_that_names_a_file_means_it_whatever_is_in_it() {
        assertThat(documents(NamedFile.class)).containsExactly("class-test/shop.yaml");
    }

    @Test
    void a_location_at_which_nothing_is_found_is_a_failing_test() {
        List<TestDescriptor> nodes = workspace.nodes(selectClass(Mistaken.class));

        assertThat(nodes)
                .filteredOn(FailureDescriptor.class::isInstance)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("classpath:class-test/*.txt", "no/such/dir", "a[b");
        assertThat(nodes)
                .filteredOn(node -> node.getDisplayName().equals("no/such/dir"))
                .singleElement()
                .satisfies(node -> assertThat(((FailureDescriptor) node).message())
                        .startsWith("There is no Arazzo document at 'no/such/dir', relative to the working directory "
                                + Path.of("").toAbsolutePath() + "."));
        assertThat(nodes).extracting(TestDescriptor::getDisplayName).contains("class-test/a.arazzo.yaml");
    }

    @Test
    void a_class_without_locations_runs_the_configured_ones() {
        var results = workspace.discoverWith(
                Map.of("arazzo.documents", "no/such/dir, classpath:class-test/*.arazzo.{yaml,json}"),
                selectClass(Unspecific.class));

        assertThat(Workspace.ids(results)).hasSize(4).noneMatch(id -> id.contains("failure"));
    }

    @Test
    void configured_locations_without_any_document_are_one_failing_test_that_names_them_all() {
        var results = workspace.discoverWith(
                Map.of("arazzo.documents", "no/such/dir, classpath:nowhere"), selectClass(Unspecific.class));

        assertThat(Workspace.nodes(results))
                .last()
                .isInstanceOfSatisfying(
                        FailureDescriptor.class,
                        failure -> assertThat(failure.message())
                                .contains("'no/such/dir', relative to")
                                .contains("nor at 'classpath:nowhere' in the directories [")
                                .contains("'arazzo.documents'"));
    }

    @Test
    void a_class_without_locations_runs_what_the_directories_of_the_class_path_contain() {
        assertThat(documents(Unspecific.class))
                .contains("class-test/a.arazzo.yaml", "class-test/deep/b.arazzo.json")
                .doesNotContain("class-test/plain.yaml");
    }

    @Test
    void the_carrier_class_runs_the_default_locations() {
        assertThat(documents(ArazzoDocumentsTest.class)).isEqualTo(documents(Unspecific.class));
    }

    @Test
    void a_composed_annotation_counts() {
        assertThat(documents(Composed.class)).containsExactly("class-test/a.arazzo.yaml");
    }

    @Test
    void other_classes_are_left_to_other_engines() {
        assertThat(workspace.ids(
                        selectClass(ClassTest.class),
                        selectClass(SubclassOfOne.class),
                        selectClass(Flows.class),
                        selectClass("no.such.Class")))
                .isEmpty();
    }

    @Test
    void a_class_name_filter_keeps_a_class_out() {
        var results = workspace.discoverWith(
                Map.of(),
                new DiscoveryFilter<?>[] {ClassNameFilter.excludeClassNamePatterns(".*\\$One")},
                selectClass(One.class),
                selectClass(Composed.class));

        assertThat(Workspace.ids(results))
                .anyMatch(id -> id.contains("Composed"))
                .noneMatch(id -> id.contains("$One"));
    }

    @Test
    void a_package_gives_its_classes_and_not_a_second_time_what_they_run() {
        workspace.file(
                "classes/" + getClass().getPackageName().replace('.', '/') + "/own.arazzo.yaml",
                Workspace.small("own"));

        assertThat(workspace.ids(selectPackage(getClass().getPackageName())))
                .contains("[class:" + Unspecific.class.getName() + "]/[document:class-test/a.arazzo.yaml]")
                .anyMatch(
                        id -> id.startsWith("[class:" + Unspecific.class.getName()) && id.endsWith("own.arazzo.yaml]"))
                .noneMatch(id -> id.startsWith("[document:"));
    }

    @Test
    void a_document_of_a_class_path_root_is_not_run_again_beside_the_class_that_runs_it() {
        assertThat(workspace.ids(
                        selectClass(One.class),
                        selectClasspathRoots(Set.of(workspaceRoot())).get(0)))
                .contains("[class:" + One.class.getName() + "]/[document:class-test/a.arazzo.yaml]")
                .contains("[document:class-test/deep/b.arazzo.json]")
                .doesNotContain("[document:class-test/a.arazzo.yaml]");
    }

    @Test
    void steps_below_a_class_are_named_after_their_workflow_because_surefire_keeps_leaf_names_only() {
        assertThat(workspace.nodes(selectClass(One.class)))
                .last()
                .satisfies(step -> assertThat(step.getDisplayName()).isEqualTo("a › only"))
                .satisfies(step -> assertThat(step.getLegacyReportingName()).isEqualTo("a › only"));
    }

    @ArazzoTest({"classpath:twins/one.arazzo.yaml", "classpath:twins/two.arazzo.yaml"})
    static class Twins {}

    @Test
    void steps_of_workflows_of_the_same_id_are_named_after_their_document_too() {
        workspace.file("classes/twins/one.arazzo.yaml", Workspace.small("twin"));
        workspace.file("classes/twins/two.arazzo.yaml", Workspace.small("twin"));
        List<TestDescriptor> all = workspace.nodes(selectClass(Twins.class));

        assertThat(all)
                .filteredOn(TestDescriptor::isTest)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("twins/one.arazzo.yaml › twin › only", "twins/two.arazzo.yaml › twin › only");
        assertThat(workspace.nodes(selectUniqueId(all.get(all.size() - 1).getUniqueId())))
                .as("the name is the same when only one of them is selected")
                .last()
                .extracting(TestDescriptor::getDisplayName)
                .isEqualTo("twins/two.arazzo.yaml › twin › only");
    }

    private List<String> documents(Class<?> testClass) {
        return workspace.nodes(selectClass(testClass)).stream()
                .map(node -> node.getUniqueId().getLastSegment())
                .filter(segment -> segment.getType().equals("document"))
                .map(UniqueId.Segment::getValue)
                .toList();
    }
}
