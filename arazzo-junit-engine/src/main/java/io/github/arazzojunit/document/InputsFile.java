package io.github.arazzojunit.document;

import io.github.arazzojunit.document.WorkflowInputs.Row;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Position;
import io.github.arazzojunit.reader.LocatedReader;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.reader.UnreadableException;
import io.github.arazzojunit.validation.InputNames;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs beside a document. For each {@code workflowId} either an object, the inputs of its only run, or a list of
 * rows, each an object with {@code name} and {@code inputs}. Every error in it concerns the whole document: to run a
 * workflow without the inputs that somebody wrote for it could be a success that means nothing.
 */
final class InputsFile {

    private static final String RULE = "inputs-file";
    private static final String UNDECLARED = "undeclared-input-value";
    private static final String REMEDY =
            "Write, below the workflowId, an object of inputs or a list of rows with 'name' and 'inputs'.";

    private final Map<String, WorkflowInputs> inputs = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> undeclared = new HashSet<>();

    private InputsFile() {}

    static InputsFile beside(ArazzoDocument document, ReadLimits limits) {
        InputsFile file = new InputsFile();
        URI uri = URI.create(FileNames.inputsOf(document.uri().toString()));
        try {
            Optional<byte[]> content = DocumentContent.readIfExists(uri, limits.maxBytes());
            if (content.isPresent()) {
                LocatedNode root = LocatedReader.read(uri, content.get(), limits);
                file.findings.addAll(root.remarks());
                file.read(root, document);
            }
        } catch (UnreadableException e) {
            file.findings.addAll(e.findings());
        } catch (UncheckedIOException e) {
            file.findings.add(new Finding(
                    RULE,
                    Finding.Severity.ERROR,
                    new Position(uri, 1, 1),
                    "",
                    "The inputs cannot be read: " + e.getCause().getMessage() + ".",
                    "Check that it is a file that may be read."));
        }
        return file;
    }

    Map<String, WorkflowInputs> inputs() {
        return inputs;
    }

    List<Finding> findings() {
        return findings;
    }

    private void read(LocatedNode root, ArazzoDocument document) {
        if (!root.isObject()) {
            reject(root, "A file of inputs has to be an object with one member for each workflow, but is not.");
            return;
        }
        Map<String, InputNames> names = InputNames.of(document);
        root.members().forEach((workflowId, value) -> {
            if (document.workflow(workflowId).isEmpty()) {
                reject(
                        value,
                        "The document has no workflow '" + workflowId + "', so these inputs would never be used.");
            } else if (value.isArray()) {
                value.items().stream()
                        .flatMap(row -> row.member("inputs").stream())
                        .forEach(row -> checkNames(row, names.get(workflowId)));
                inputs.put(workflowId, new WorkflowInputs(Optional.empty(), rows(workflowId, value)));
            } else if (value.isObject()) {
                checkNames(value, names.get(workflowId));
                inputs.put(workflowId, new WorkflowInputs(Optional.of(value.value()), List.of()));
            } else {
                reject(value, "The inputs of the workflow '" + workflowId + "' are neither an object nor a list.");
            }
        });
    }

    /** Says each name once, where it stands first. */
    private void checkNames(LocatedNode values, InputNames names) {
        values.members()
                .forEach((name, value) -> names.objection(name)
                        .filter(objection -> undeclared.add(names.workflowId() + "." + name))
                        .ifPresent(objection ->
                                findings.add(Finding.warning(UNDECLARED, value, objection, names.hint(name)))));
    }

    private List<Row> rows(String workflowId, LocatedNode list) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (LocatedNode item : list.items()) {
            Optional<LocatedNode> name = item.member("name")
                    .filter(LocatedNode::isText)
                    .filter(text -> !text.text().isBlank());
            Optional<LocatedNode> values = item.member("inputs").filter(LocatedNode::isObject);
            if (name.isEmpty() || values.isEmpty()) {
                reject(item, "A row of the workflow '" + workflowId + "' has no text 'name' or no object 'inputs'.");
            } else if (rows.putIfAbsent(name.get().text(), row(name.get(), values.get(), item)) != null) {
                reject(
                        item,
                        "The workflow '" + workflowId + "' has two rows named '"
                                + name.get().text() + "'.");
            }
        }
        if (list.items().isEmpty()) {
            reject(list, "The workflow '" + workflowId + "' has an empty list of rows and would not run at all.");
        }
        return List.copyOf(rows.values());
    }

    private static Row row(LocatedNode name, LocatedNode values, LocatedNode item) {
        return new Row(name.text(), values.value(), item.position());
    }

    private void reject(LocatedNode node, String message) {
        findings.add(Finding.error(RULE, node, message + " The document cannot run.", REMEDY));
    }
}
