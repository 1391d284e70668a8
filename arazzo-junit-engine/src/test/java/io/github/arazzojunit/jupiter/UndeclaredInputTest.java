package io.github.arazzojunit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a test is told about inputs that it gives in vain. */
class UndeclaredInputTest {

    @ExtendWith(ArazzoExtension.class)
    static class MisspelledCase {

        @Test
        void run(Arazzo arazzo) {
            arazzo.document("jupiter/orders.yaml")
                    .input("place-order", "customerId", 42)
                    .input("place-order", "custmerId", 43)
                    .run("place-order");
        }
    }

    @Test
    void an_unknown_name_is_a_warning_with_the_nearest_one() {
        List<String> warnings = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(MisspelledCase.class))
                .configurationParameter("arazzo.stubs", "classpath:jupiter/stubs")
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .getOrDefault("arazzo.warning", ""))
                .filter(warning -> warning.contains("custmerId"))
                .toList();

        assertThat(warnings)
                .containsExactly(
                        "Inputs of the test: The workflow 'place-order' declares no input 'custmerId' and reads"
                                + " none, so the value has no effect. Did you mean 'customerId'?");
    }
}
