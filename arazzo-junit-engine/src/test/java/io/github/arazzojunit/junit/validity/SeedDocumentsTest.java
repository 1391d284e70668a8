package io.github.arazzojunit.junit.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.testkit.engine.EngineTestKit.discover;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Real documents with the descriptions of their vendors, verbatim, against scripted stubs that keep state. */
@EnabledIfSystemProperty(
        named = "shared.documents",
        matches = ".+",
        disabledReason = "needs the folder with public documents: -Dshared.documents=<path>")
class SeedDocumentsTest {

    private static final Path DOCUMENTS = Path.of(System.getProperty("shared.documents", "."), "seeds", "arazzo");

    /** Each document gets the inputs that it declares, since others are a warning. */
    private static final Map<String, Map<String, String>> INPUTS = Map.of(
            "hookdeck-provision-connection-workflow.yml",
            Map.of(
                    "sourceName", "orders",
                    "destinationName", "warehouse",
                    "destinationUrl", "https://warehouse.example/hooks",
                    "connectionName", "orders-to-warehouse"),
            "hookdeck-attach-integration-to-source-workflow.yml",
            Map.of("sourceName", "orders", "integrationLabel", "hmac", "provider", "HMAC"),
            "svix-create-integration-and-key-workflow.yml",
            Map.of("appId", "storefront", "integrationName", "Partner"),
            "svix-recover-failed-webhooks-workflow.yml",
            Map.of("appId", "storefront", "endpointId", "warehouse", "since", "2026-03-01T00:00:00Z"));

    private static final Map<String, String> CONFIGURATION = Map.of(
            "arazzo.stubs", "classpath:seeds/stubs",
            "arazzo.stubs.generate", "false",
            "arazzo.retry.max-delay", "1 ms");

    @Test
    void a_connection_is_provisioned() {
        String document = "hookdeck-provision-connection-workflow.yml";
        Outcome outcome = run(document);

        assertThat(outcome.ends())
                .containsExactly(
                        "createSource SUCCESSFUL",
                        "createDestination SUCCESSFUL",
                        "createConnection SUCCESSFUL",
                        "confirmConnection SUCCESSFUL",
                        "provision-connection SUCCESSFUL");
        assertThat(outcome.values("arazzo.workflow.outputs"))
                .containsExactly("{\"sourceId\":\"src_orders\",\"destinationId\":\"des_warehouse\","
                        + "\"connectionId\":\"web_orders\"}");
        assertThat(warnings(document, outcome))
                .containsExactly(
                        "54 bare-operation-id", "68 bare-operation-id", "84 bare-operation-id", "99 bare-operation-id");
    }

    @Test
    void an_integration_is_attached_to_a_source() {
        String document = "hookdeck-attach-integration-to-source-workflow.yml";
        Outcome outcome = run(document);

        assertThat(outcome.ends())
                .containsExactly(
                        "createSource SUCCESSFUL",
                        "createIntegration SUCCESSFUL",
                        "attachIntegration SUCCESSFUL",
                        "confirmSource SUCCESSFUL",
                        "attach-integration-to-source SUCCESSFUL");
        assertThat(outcome.values("arazzo.workflow.outputs"))
                .containsExactly("{\"sourceId\":\"src_orders\",\"integrationId\":\"int_hmac\",\"attached\":true}");
        assertThat(warnings(document, outcome))
                .containsExactly(
                        "86 jsonpath-comparison",
                        "47 bare-operation-id",
                        "61 bare-operation-id",
                        "75 bare-operation-id",
                        "93 bare-operation-id");
    }

    @Test
    void an_integration_gets_a_key() {
        String document = "svix-create-integration-and-key-workflow.yml";
        Outcome outcome = run(document);

        assertThat(outcome.ends())
                .containsExactly(
                        "getApplication SUCCESSFUL",
                        "createIntegration SUCCESSFUL",
                        "getIntegrationKey SUCCESSFUL",
                        "create-integration-and-key SUCCESSFUL");
        assertThat(outcome.values("arazzo.workflow.outputs"))
                .containsExactly(
                        "{\"integrationId\":\"integ_partnerpartnerpartnerpartne\",\"integrationKey\":\"integsk_partner\"}");
        assertThat(warnings(document, outcome)).isEmpty();
    }

    @Test
    void a_recovery_is_polled_until_it_is_done() {
        String document = "svix-recover-failed-webhooks-workflow.yml";
        Outcome outcome = run(document);

        assertThat(outcome.ends())
                .containsExactly(
                        "getEndpoint SUCCESSFUL",
                        "startRecovery SUCCESSFUL",
                        "pollTask SUCCESSFUL",
                        "recover-failed-webhooks SUCCESSFUL");
        assertThat(outcome.values("arazzo.attempt"))
                .containsExactly(
                        "1: passed",
                        "1: passed",
                        "1: 1 of 2 success criteria not met",
                        "2: 1 of 2 success criteria not met",
                        "3: passed");
        assertThat(outcome.values("arazzo.workflow.outputs"))
                .containsExactly(
                        "{\"endpointId\":\"ep_warehousewarehousewarehouse\",\"taskId\":\"qtask_recoverrecoverrecoverrecove\",\"finalStatus\":\"finished\"}");
        assertThat(warnings(document, outcome)).containsExactly("90 jsonpath-comparison");
    }

    private static Outcome run(String document) {
        return new Outcome(EngineTestKit.execute("arazzo", request(document)));
    }

    /** What discovery and the sources warn of: line and rule. */
    private static List<String> warnings(String document, Outcome outcome) {
        Stream<String> discovered = discover("arazzo", request(document)).getDiscoveryIssues().stream()
                .filter(issue -> issue.severity() == Severity.WARNING)
                .map(DiscoveryIssue::message);
        return Stream.concat(discovered, outcome.warnings().stream())
                .map(warning -> warning.replaceFirst("(?s).*?\\.yml:([0-9]+):.*\\[(.*)]", "$1 $2"))
                .toList();
    }

    private static LauncherDiscoveryRequest request(String document) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectFile(DOCUMENTS.resolve(document).toFile()))
                .configurationParameters(CONFIGURATION)
                .enableImplicitConfigurationParameters(false);
        INPUTS.get(document).forEach((name, value) -> request.configurationParameter("arazzo.inputs." + name, value));
        return request.build();
    }
}
