package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.BeforeWorkflow;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Annotations of Jupiter on a class that Jupiter does not run are not passed over without a word. */
class JupiterAnnotationsTest {

    @TempDir
    Path module;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(module).onClassPath(new Workspace(module).directory("classes"));
        workspace.file("classes/own.arazzo.yaml", Workspace.small("own"));
    }

    static class Base {

        @BeforeAll
        static void startServer() {}
    }

    @ArazzoTest("classpath:own.arazzo.yaml")
    static class Lifecycle extends Base {

        @BeforeEach
        void prepare() {}

        @AfterEach
        void clean() {}

        @AfterAll
        static void stopServer() {}
    }

    @Test
    void each_lifecycle_method_of_jupiter_is_a_warning_that_says_what_to_use() {
        String why =
                ", which does nothing here: it is an annotation of Jupiter, and a class with @ArazzoTest is not run by"
                        + " Jupiter. ";
        String instead = " run the documents inside of a Jupiter test: @ExtendWith(ArazzoExtension.class) and"
                + " arazzo.document(...).nodes().";

        assertThat(warnings(Lifecycle.class))
                .containsExactlyInAnyOrder(
                        Base.class.getName() + ".startServer has @BeforeAll" + why
                                + "Start what all workflows need in a static method with @ArazzoServer, which is called"
                                + " when the class begins. Or" + instead,
                        Lifecycle.class.getName() + ".prepare has @BeforeEach" + why
                                + "Write @BeforeWorkflow on a static method instead. Or" + instead,
                        Lifecycle.class.getName() + ".clean has @AfterEach" + why
                                + "Write @AfterWorkflow on a static method instead. Or" + instead,
                        Lifecycle.class.getName() + ".stopServer has @AfterAll" + why + "Remove it, or" + instead);
    }

    @Test
    void a_warning_leads_to_the_method() {
        assertThat(issues(Lifecycle.class))
                .filteredOn(issue -> issue.message().contains("prepare"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(DiscoveryIssue.Severity.WARNING);
                    assertThat(issue.source())
                            .get()
                            .isInstanceOfSatisfying(
                                    MethodSource.class,
                                    source -> assertThat(source.getMethodName()).isEqualTo("prepare"));
                });
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(NoExtension.class)
    @interface WithServer {}

    static class NoExtension implements Extension {}

    @WithServer
    @Disabled
    @ArazzoTest("classpath:own.arazzo.yaml")
    static class Extended {

        @RegisterExtension
        static final Extension SERVER = new NoExtension();
    }

    @Test
    void what_jupiter_would_read_from_the_class_and_its_fields_is_a_warning_too() {
        assertThat(warnings(Extended.class))
                .hasSize(3)
                .anyMatch(warning -> warning.contains(
                        "Extended has @JupiterAnnotationsTest.WithServer, which does nothing here: it stands for @ExtendWith,"
                                + " which is an annotation of Jupiter"))
                .anyMatch(warning -> warning.contains("Extended has @Disabled, which does nothing here"))
                .anyMatch(
                        warning -> warning.contains("Extended.SERVER has @RegisterExtension, which does nothing here"));
        assertThat(issues(Extended.class))
                .allMatch(issue -> issue.source().orElseThrow().equals(ClassSource.from(Extended.class)));
    }

    @ArazzoTest("classpath:own.arazzo.yaml")
    static class Both {

        @BeforeEach
        void prepare() {}

        @RepeatedTest(2)
        void jupiters_own() {}
    }

    @ArazzoTest("classpath:own.arazzo.yaml")
    static class Around {

        @BeforeEach
        void prepare() {}

        @Nested
        class Inner {}
    }

    @Test
    void a_class_that_jupiter_runs_as_well_has_its_methods_for_that() {
        assertThat(warnings(Both.class)).isEmpty();
        assertThat(warnings(Around.class)).isEmpty();
    }

    @ArazzoTest("classpath:own.arazzo.yaml")
    static class Plain {

        @BeforeWorkflow
        static void prepare() {}
    }

    @Test
    void annotations_of_others_are_no_concern() {
        assertThat(warnings(Plain.class)).isEmpty();
    }

    private List<String> warnings(Class<?> testClass) {
        return issues(testClass).stream().map(DiscoveryIssue::message).toList();
    }

    private List<DiscoveryIssue> issues(Class<?> testClass) {
        return workspace.discoverWith(Map.of(), selectClass(testClass)).getDiscoveryIssues();
    }
}
