package io.github.arazzojunit.launch;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.ArazzoConfiguration;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.reader.Nearest;
import io.github.arazzojunit.validation.InputNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Configured inputs that no workflow of a run declares, which are most often typing errors. */
public final class UndeclaredInputs {

    private final Collection<ArazzoDocument> documents;
    private final boolean whole;

    /**
     * @param documents those of the run
     * @param whole false where the configuration can mean other documents as well: then a name has to resemble one that
     *     is known to be worth a warning
     */
    public UndeclaredInputs(Collection<ArazzoDocument> documents, boolean whole) {
        this.documents = documents;
        this.whole = whole;
    }

    /** One message for each parameter that has no effect. */
    public List<String> warnings(ArazzoConfiguration configuration) {
        if (configuration.inputKeys().isEmpty()) {
            return List.of();
        }
        List<InputNames> workflows = documents.stream()
                .flatMap(document -> InputNames.of(document).values().stream())
                .toList();
        return configuration.inputKeys().stream()
                .flatMap(key -> warning(key, workflows).stream())
                .toList();
    }

    private Optional<String> warning(String key, List<InputNames> workflows) {
        List<InputNames> owners = workflows.stream()
                .filter(workflow -> key.startsWith(workflow.workflowId() + "."))
                .toList();
        if (!owners.isEmpty()) {
            return owners.stream().anyMatch(owner -> owner.know(rest(key, owner)))
                    ? Optional.empty()
                    : owners.get(0)
                            .objection(rest(key, owners.get(0)))
                            .map(objection ->
                                    message(key, objection, owners.get(0).hint(rest(key, owners.get(0)))));
        }
        return key.indexOf('.') < 0 ? ofAll(key, workflows) : ofUnknownWorkflow(key, workflows);
    }

    private static String rest(String key, InputNames owner) {
        return key.substring(owner.workflowId().length() + 1);
    }

    private Optional<String> ofAll(String name, List<InputNames> workflows) {
        TreeSet<String> known = workflows.stream()
                .flatMap(workflow -> workflow.names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean meant = workflows.stream().anyMatch(workflow -> workflow.know(name));
        return meant || !whole && Nearest.to(name, known).isEmpty()
                ? Optional.empty()
                : Optional.of(message(
                        name,
                        "No workflow of this run declares an input '" + name
                                + "' or reads one, so the value has no effect.",
                        known.isEmpty()
                                ? "Declare it in the schema of the inputs, or remove it."
                                : Nearest.hint(name, known)));
    }

    /** Workflows of other runs may be meant, unless one of this run has almost the same id. */
    private static Optional<String> ofUnknownWorkflow(String key, List<InputNames> workflows) {
        String workflowId = key.substring(0, key.indexOf('.'));
        return Nearest.to(
                        workflowId,
                        workflows.stream().map(InputNames::workflowId).toList())
                .map(meant -> message(
                        key,
                        "No workflow of this run is called '" + workflowId + "', so the value has no effect.",
                        "Did you mean '" + meant + "'?"));
    }

    private static String message(String key, String objection, String hint) {
        return "The configuration parameter '" + Constants.INPUTS_PROPERTY_PREFIX + key + "': " + objection + " "
                + hint;
    }
}
