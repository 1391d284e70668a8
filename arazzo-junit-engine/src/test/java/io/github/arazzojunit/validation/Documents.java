package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.DocumentReader.DocumentReading;
import io.github.arazzojunit.reader.ReadLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Documents for tests. */
final class Documents {

    static final URI FILE = URI.create("file:/docs/test.arazzo.yaml");

    private Documents() {}

    /** Reads a text that the reader has no errors in. */
    static ArazzoDocument read(URI uri, String text) {
        DocumentReading reading = DocumentReader.read(uri, text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT);
        if (reading.findings().stream().anyMatch(Finding::isError)) {
            throw new IllegalArgumentException(reading.findings().toString());
        }
        return reading.document().orElseThrow();
    }

    /** A document of one source and these workflows, a YAML list in flow style. */
    static String document(String version, String rest, String workflows) {
        return "arazzo: " + version + "\ninfo: {title: T, version: '1'}\n"
                + "sourceDescriptions: [{name: api, url: api.yaml, type: openapi}, {name: bus, url: bus.yaml, type: asyncapi}]\n"
                + rest + "\nworkflows: [" + workflows + "]\n";
    }

    /** A document of the one workflow {@code w} with these fields, its steps among them. */
    static String workflow(String fields) {
        return document("1.1.0", "", "{workflowId: w, " + fields + "}");
    }

    /** A document of one workflow with the one step {@code a} that has these fields beside its target. */
    static String step(String fields) {
        return workflow("steps: [{stepId: a, operationId: $sourceDescriptions.api.get, " + fields + "}]");
    }
}
