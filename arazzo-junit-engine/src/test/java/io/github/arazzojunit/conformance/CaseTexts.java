package io.github.arazzojunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parts of cases, written in tests as the cases write them. */
final class CaseTexts {

    private CaseTexts() {}

    static JsonNode yaml(String text) {
        try {
            return LocatedReader.read(
                            URI.create("memory:part"), text.getBytes(StandardCharsets.UTF_8), ReadLimits.DEFAULT)
                    .value();
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(e.findings().toString(), e);
        }
    }

    static List<JsonNode> list(String text) {
        List<JsonNode> items = new ArrayList<>();
        yaml(text).forEach(items::add);
        return items;
    }
}
