package io.github.arazzojunit.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import io.github.arazzojunit.junit.ArazzoTestEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class StepNamesTest {

    @TempDir
    private Path module;

    @Test
    void below_a_suite_the_name_of_a_step_tells_it_from_those_of_all_documents() {
        assertThat(stepNames("[engine:junit-platform-suite]/[suite:org.example.WorkflowsTest]/[engine:arazzo]"))
                .satisfiesExactly(name -> assertThat(name).endsWith("orders.arazzo.yaml › place-order › only"));
    }

    @Test
    void below_a_file_the_name_of_a_step_is_its_id() {
        assertThat(stepNames("[engine:arazzo]")).containsExactly("only");
    }

    private List<String> stepNames(String engineId) {
        Path file = new Workspace(module).file("orders.arazzo.yaml", Workspace.small("place-order"));
        List<String> names = new ArrayList<>();
        TestDescriptor root = new ArazzoTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectFile(file.toFile()))
                                .build(),
                        UniqueId.parse(engineId));
        root.accept(node -> {
            if (node.isTest()) {
                names.add(node.getDisplayName());
            }
        });
        return names;
    }
}
