package io.github.arazzojunit.junit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A process of its own, which is told to end while a workflow waits for a minute. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is not told to end there, but ended")
class ShutdownTest {

    private static final String ASKED = "asked";

    /** Runs the document that the arguments name. */
    public static void main(String[] arguments) {
        Provider provider = Provider.start();
        provider.answer("GET /orders", 200, "{}").on("GET /ready", () -> System.out.println(ASKED));
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectFile(arguments[0]))
                        .configurationParameter("arazzo.server.shop", provider.url())
                        .configurationParameter("arazzo.report", arguments[1])
                        .forExecution()
                        .build());
    }

    @Test
    void a_process_that_is_told_to_end_starts_nothing_more_and_leaves_the_report(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("shop.yaml"), """
                openapi: 3.1.0
                info: {title: Shop, version: 1.0.0}
                paths:
                  /orders: {get: {operationId: find, responses: {default: {description: Any answer.}}}}
                  /ready: {get: {operationId: ready, responses: {default: {description: Any answer.}}}}
                """);
        Path document = Files.writeString(folder.resolve("shop.arazzo.yaml"), """
                arazzo: 1.0.1
                info: {title: Shop, version: 1.0.0}
                sourceDescriptions: [{name: shop, url: shop.yaml, type: openapi}]
                workflows:
                  - workflowId: waiting
                    steps:
                      - {stepId: before, operationId: find, successCriteria: [{condition: $statusCode == 200}]}
                      - stepId: wait
                        operationId: ready
                        successCriteria: [{condition: $statusCode == 200}]
                        onFailure: [{name: again, type: retry, retryLimit: 3, retryAfter: 60}]
                      - {stepId: never, operationId: find}
                """);
        Path report = folder.resolve("report");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShutdownTest.class.getName(),
                        document.toString(),
                        report.toString())
                .redirectErrorStream(true)
                .start();
        List<String> output;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            output = lines.lines().takeWhile(line -> !line.equals(ASKED)).toList();
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s", output).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readString(report.resolve("index.html")))
                .contains("before", "not reached: the run was cancelled", "The run was cancelled.");
        assertThat(report.resolve("exchanges.har")).content().contains("/orders", "/ready");
    }
}
