package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import io.github.arazzojunit.ArazzoTest;
import io.github.arazzojunit.junit.descriptor.ClassDescriptor;
import io.github.arazzojunit.junit.descriptor.FailureDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class FailedDiscoveryTest {

    private final EngineDescriptor engine = new EngineDescriptor(UniqueId.forEngine("arazzo"), "Arazzo");

    @ArazzoTest
    static class Documents {}

    @Test
    void each_class_gets_a_failing_test_with_the_reason_in_place_of_what_was_found() {
        engine.addChild(FailureDescriptor.of(engine.getUniqueId(), "found before", ""));

        fail(
                new IllegalStateException("the map is upside down"),
                selectClass(Documents.class),
                selectClass(List.class));

        assertThat(engine.getChildren()).singleElement().isInstanceOf(ClassDescriptor.class);
        assertThat(onlyFailure())
                .startsWith("The search for documents broke off, so that none was run.")
                .contains("please report it", "java.lang.IllegalStateException: the map is upside down", "\tat ");
    }

    @Test
    void anything_else_that_was_selected_has_one_below_the_engine() {
        fail(new IllegalStateException("the map is upside down"), selectDirectory("."));

        assertThat(engine.getChildren()).singleElement().isInstanceOf(FailureDescriptor.class);
    }

    @Test
    void a_library_that_does_not_fit_is_named_instead_of_a_mistake_of_the_engine() {
        fail(new NoClassDefFoundError("io/restassured/NewThing"), selectClass(Documents.class));

        assertThat(onlyFailure())
                .startsWith("The class path has rest-assured-")
                .contains("Set the version of io.rest-assured:rest-assured to")
                .doesNotContain("report");
    }

    private void fail(Throwable reason, DiscoverySelector... selectors) {
        FailedDiscovery.fail(
                LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(), engine, reason);
    }

    private String onlyFailure() {
        List<? extends TestDescriptor> failures = engine.getDescendants().stream()
                .filter(FailureDescriptor.class::isInstance)
                .toList();
        assertThat(failures).hasSize(1);
        return ((FailureDescriptor) failures.get(0)).message();
    }
}
