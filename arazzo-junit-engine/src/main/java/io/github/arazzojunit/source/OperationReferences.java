package io.github.arazzojunit.source;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.Step;
import io.github.arazzojunit.model.StepTarget;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.reader.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the operation that a step names (STP-10 to STP-15, AMB-15). */
public final class OperationReferences {

    private static final String PREFIX = "$sourceDescriptions.";

    private OperationReferences() {}

    /** Resolves the operation of a step that calls no workflow. */
    public static Resolution<SourceOperation> resolve(LinkedDocument document, Step step) {
        StepTarget target = step.target();
        if (target instanceof StepTarget.OperationId id) {
            return byId(document, id.reference(), place(step, "operationId"));
        }
        if (target instanceof StepTarget.OperationPath path) {
            return OperationPaths.resolve(document, path.reference(), place(step, "operationPath"));
        }
        return Resolution.notFound(
                "asyncapi-not-executed",
                place(step, "channelPath"),
                "AsyncAPI steps are not executed yet, so step '" + step.stepId() + "' fails.",
                "Leave the workflow out with 'arazzo.filter.workflow'.");
    }

    private static LocatedNode place(Step step, String field) {
        return step.source().member(field).orElse(step.source());
    }

    private static Resolution<SourceOperation> byId(LinkedDocument document, String reference, LocatedNode place) {
        if (reference.startsWith(PREFIX)) {
            return qualified(document, reference.substring(PREFIX.length()), place);
        }
        List<Source> sources = operationSources(document);
        List<SourceOperation> matches = sources.stream()
                .filter(Source.OpenApi.class::isInstance)
                .flatMap(source -> ((Source.OpenApi) source).operation(reference).stream())
                .toList();
        if (matches.size() > 1) {
            return ambiguous(reference, matches, place);
        }
        if (matches.size() == 1) {
            return new Resolution.Found<>(matches.get(0), bareIdWarnings(sources, matches.get(0), reference, place));
        }
        int dot = reference.indexOf('.');
        if (dot > 0
                && document.document()
                        .sourceDescription(reference.substring(0, dot))
                        .isPresent()) {
            return qualified(document, reference, place)
                    .then(operation -> new Resolution.Found<>(operation, List.of(withoutPrefix(operation, place))));
        }
        return unknown(reference, sources, place);
    }

    /** All sources that can hold operations; those of type arazzo cannot (STP-11). */
    private static List<Source> operationSources(LinkedDocument document) {
        return document.sources().stream()
                .filter(source -> !(source instanceof Source.Arazzo))
                .toList();
    }

    /** The text is split at the first dot; the rest may contain dots itself (STP-13). */
    private static Resolution<SourceOperation> qualified(LinkedDocument document, String reference, LocatedNode place) {
        int dot = reference.indexOf('.');
        String name = dot < 0 ? reference : reference.substring(0, dot);
        String operationId = dot < 0 ? "" : reference.substring(dot + 1);
        return document.requireSource(name, place)
                .then(source -> source.asOpenApi(place))
                .then(openApi -> {
                    Optional<SourceOperation> operation = openApi.operation(operationId);
                    return operation.isPresent()
                            ? new Resolution.Found<>(operation.get(), List.of())
                            : unknown(operationId, List.of(openApi), place);
                });
    }

    private static List<Finding> bareIdWarnings(
            List<Source> sources, SourceOperation match, String reference, LocatedNode place) {
        if (sources.size() == 1) {
            return List.of();
        }
        return List.of(Finding.warning(
                "bare-operation-id",
                place,
                "operationId '" + reference + "' is not qualified although the document has several sources; only '"
                        + match.sourceName() + "' has it, so that one is taken.",
                "Write '" + PREFIX + match.sourceName() + "." + reference + "'."));
    }

    private static Finding withoutPrefix(SourceOperation match, LocatedNode place) {
        return Finding.warning(
                "unprefixed-operation-id",
                place,
                "operationId '" + place.text() + "' is read as an operation of source '" + match.sourceName() + "'.",
                "Write '" + PREFIX + place.text() + "'.");
    }

    private static Resolution<SourceOperation> ambiguous(
            String reference, List<SourceOperation> matches, LocatedNode place) {
        String names = matches.stream()
                .map(match -> "'" + PREFIX + match.sourceName() + "." + reference + "'")
                .collect(Collectors.joining(" or "));
        return Resolution.notFound(
                "ambiguous-operation",
                place,
                "operationId '" + reference + "' exists in " + matches.size() + " sources; the step cannot run.",
                "Write " + names + ".");
    }

    /** A source that cannot be used is the likelier reason than a wrong id, so it is reported first. */
    private static Resolution<SourceOperation> unknown(String operationId, List<Source> sources, LocatedNode place) {
        List<String> known = new ArrayList<>();
        List<String> searched = new ArrayList<>();
        String webhook = "";
        List<Finding> unreadable = new ArrayList<>();
        for (Source source : sources) {
            Resolution<Source.OpenApi> openApi = source.asOpenApi(place);
            if (openApi instanceof Resolution.NotFound<Source.OpenApi> reason) {
                return new Resolution.NotFound<>(reason.finding());
            }
            ApiDescription description =
                    ((Resolution.Found<Source.OpenApi>) openApi).target().description();
            searched.add("'" + source.name() + "' (" + UnknownOperations.searched(description) + ")");
            unreadable.addAll(description.unreadablePaths());
            webhook += UnknownOperations.webhook(operationId, description);
            description.operations().stream()
                    .flatMap(operation -> operation.operationId().stream())
                    .forEach(known::add);
        }
        return Resolution.notFound(
                "unknown-operation",
                place,
                "operationId '" + operationId + "' does not exist in source " + String.join(", ", searched)
                        + "; the step cannot run.",
                Nearest.hint(operationId, known) + webhook + UnknownOperations.behind(unreadable));
    }
}
