package io.github.arazzojunit.reader;

import io.github.arazzojunit.model.LocatedNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the objects of one list ids that are unique: their own, or their place in the list where that is missing or
 * already taken (WF-02, WF-03, STP-01, STP-02).
 */
final class Identifiers {

    private final Reading reading;
    private final ObjectKind kind;
    private final ReaderRule format;
    private final ReaderRule duplicate;
    private final Map<String, LocatedNode> taken = new HashMap<>();

    private Identifiers(Reading reading, ObjectKind kind, ReaderRule format, ReaderRule duplicate) {
        this.reading = reading;
        this.kind = kind;
        this.format = format;
        this.duplicate = duplicate;
    }

    static Identifiers ofWorkflows(Reading reading) {
        return new Identifiers(
                reading, ObjectKind.WORKFLOW, ReaderRule.WORKFLOW_ID_FORMAT, ReaderRule.DUPLICATE_WORKFLOW_ID);
    }

    static Identifiers ofSteps(Reading reading) {
        return new Identifiers(reading, ObjectKind.STEP, ReaderRule.STEP_ID_FORMAT, ReaderRule.DUPLICATE_STEP_ID);
    }

    /** {@code workflows[2]} for the third workflow. */
    String place(int index) {
        return kind.label() + "s[" + index + "]";
    }

    String of(Fields fields, int index) {
        String field = kind.identifier();
        Optional<String> id = fields.requiredName(field);
        if (id.isEmpty()) {
            return place(index);
        }
        LocatedNode node = fields.at(field);
        Names.check(reading, format, Names.ID, id.get(), node, "The " + field);
        LocatedNode first = taken.putIfAbsent(id.get(), node);
        if (first == null) {
            return id.get();
        }
        reading.report(
                duplicate,
                node,
                "The " + field + " '" + id.get() + "' is already taken in line "
                        + first.position().line() + ".",
                "Rename one of the " + kind.label() + "s.");
        return place(index);
    }
}
