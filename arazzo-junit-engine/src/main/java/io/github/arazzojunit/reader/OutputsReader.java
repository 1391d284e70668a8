package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the outputs of a workflow or step (WF-40 to WF-42). */
final class OutputsReader {

    private final Reading reading;

    OutputsReader(Reading reading) {
        this.reading = reading;
    }

    /** Outputs by name in the order of the text. */
    Map<String, LocatedNode> read(Fields owner) {
        Map<String, LocatedNode> outputs = new LinkedHashMap<>();
        owner.entries("outputs").forEach((name, value) -> {
            Names.check(reading, ReaderRule.OUTPUT_NAME_FORMAT, Names.KEY, name, value, "The output");
            if (isUsable(name, value)) {
                outputs.put(name, value);
            }
        });
        return Collections.unmodifiableMap(outputs);
    }

    private boolean isUsable(String name, LocatedNode value) {
        if (value.isObject()) {
            reading.requireVersion11(value, "The Selector Object of the output '" + name + "'");
            return SelectorReader.read(value, reading).isPresent();
        }
        if (!value.isText()) {
            reading.report(
                    ReaderRule.INVALID_OUTPUT,
                    value,
                    "The output '" + name + "' has to be a runtime expression or a Selector Object, but is "
                            + JsonType.describe(value) + ".",
                    "Write an expression, for example '$response.body#/id'.");
        }
        return value.isText();
    }
}
