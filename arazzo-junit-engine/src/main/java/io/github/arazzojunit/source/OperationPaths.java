package io.github.arazzojunit.source;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the operation that a step's {@code operationPath} points to (STP-20 to STP-25, AMB-16). */
final class OperationPaths {

    private static final Pattern CANONICAL = Pattern.compile("\\{\\$sourceDescriptions\\.([^.{}#]+)\\.url}#(.*)");
    private static final Pattern NAMED =
            Pattern.compile("(?:\\{?\\$sourceDescriptions\\.)?([A-Za-z0-9_\\-]+)(?:\\.url)?}?#(.*)");
    private static final Pattern METHOD_AND_PATH = Pattern.compile("(?:([A-Za-z]+) +)?(/.*)");
    private static final Pattern PATH_ITEM = Pattern.compile("/paths/[^/]+");

    private OperationPaths() {}

    static Resolution<SourceOperation> resolve(LinkedDocument document, String reference, LocatedNode place) {
        Matcher canonical = CANONICAL.matcher(reference);
        if (canonical.matches()) {
            return inSource(document, canonical.group(1), canonical.group(2), reference, true, place);
        }
        Matcher named = NAMED.matcher(reference);
        if (named.matches()) {
            return inSource(document, named.group(1), named.group(2), reference, false, place);
        }
        Matcher path = METHOD_AND_PATH.matcher(reference);
        if (path.matches()) {
            return byMethodAndPath(document, Optional.ofNullable(path.group(1)), path.group(2), reference, place);
        }
        return notFound(
                place,
                "operationPath '" + reference + "' names no source; the step cannot run.",
                "Write '{$sourceDescriptions.<name>.url}#/paths/<path with ~1 for />/<method>', or use operationId.");
    }

    private static Resolution<SourceOperation> inSource(
            LinkedDocument document,
            String name,
            String fragment,
            String reference,
            boolean canonical,
            LocatedNode place) {
        return document.requireSource(name, place)
                .then(source -> source.asOpenApi(place))
                .then(openApi -> atPointer(openApi, decode(fragment), reference, canonical, place));
    }

    private static Resolution<SourceOperation> atPointer(
            Source.OpenApi source, String pointer, String reference, boolean canonical, LocatedNode place) {
        Optional<Operation> operation = source.description().operationAt(pointer);
        if (operation.isEmpty()) {
            return PATH_ITEM.matcher(pointer).matches()
                    ? atPathItem(source, pointer, reference, place)
                    : noOperation(
                            source,
                            reference,
                            place,
                            "It has to end at an operation: '#/paths/<path with ~1 for />/<method>'.");
        }
        SourceOperation found = source.with(operation.get());
        if (!canonical) {
            return new Resolution.Found<>(
                    found,
                    List.of(Finding.warning(
                            "operation-path-spelling",
                            place,
                            "operationPath '" + reference + "' is read as a pointer into source '" + source.name()
                                    + "'.",
                            "Write '{$sourceDescriptions." + source.name() + ".url}#" + pointer + "'.")));
        }
        return new Resolution.Found<>(found, preferOperationId(found, place));
    }

    /** A path with one operation can only mean this one. */
    private static Resolution<SourceOperation> atPathItem(
            Source.OpenApi source, String pointer, String reference, LocatedNode place) {
        Map<String, Operation> operations = source.description().operationsBelow(pointer);
        if (operations.isEmpty()) {
            return noOperation(source, reference, place, "Correct the path.");
        }
        String named = operations.values().stream()
                .map(operation -> operation + " (" + operation.source().location() + ")")
                .collect(Collectors.joining(", "));
        if (operations.size() > 1) {
            return notFound(
                    place,
                    "operationPath '" + reference + "' ends at a path of source '" + source.name()
                            + "' that has several operations: " + named + "; the step cannot run.",
                    "Add the method, for example '/get'.");
        }
        Map.Entry<String, Operation> only = operations.entrySet().iterator().next();
        return new Resolution.Found<>(
                source.with(only.getValue()),
                List.of(Finding.warning(
                        "operation-path-spelling",
                        place,
                        "operationPath '" + reference + "' ends at a path; it is read as its only operation, " + named
                                + ".",
                        "Write '{$sourceDescriptions." + source.name() + ".url}#" + only.getKey() + "'.")));
    }

    private static Resolution<SourceOperation> noOperation(
            Source.OpenApi source, String reference, LocatedNode place, String remedy) {
        return notFound(
                place,
                "operationPath '" + reference + "' points to no operation of source '" + source.name() + "' ("
                        + UnknownOperations.searched(source.description()) + "); the step cannot run.",
                remedy + UnknownOperations.behind(source.description().unreadablePaths()));
    }

    /** STP-24: an id that the description gives to one operation only. */
    private static List<Finding> preferOperationId(SourceOperation found, LocatedNode place) {
        return found.operation()
                .operationId()
                .filter(id ->
                        found.operation().description().operationsWithId(id).size() == 1)
                .map(id -> List.of(Finding.warning(
                        "operation-path-with-operation-id",
                        place,
                        "The operation has the operationId '" + id + "', which stays when its path changes.",
                        "Write 'operationId: $sourceDescriptions." + found.sourceName() + "." + id + "'.")))
                .orElse(List.of());
    }

    private static Resolution<SourceOperation> byMethodAndPath(
            LinkedDocument document, Optional<String> method, String path, String reference, LocatedNode place) {
        List<SourceOperation> matches = document.sources().stream()
                .filter(Source.OpenApi.class::isInstance)
                .map(Source.OpenApi.class::cast)
                .flatMap(source -> source.description().operations().stream()
                        .filter(operation -> operation.path().equals(path))
                        .filter(operation -> method.map(name -> name.toUpperCase(Locale.ROOT))
                                .map(operation.method()::equals)
                                .orElse(true))
                        .map(source::with))
                .toList();
        if (matches.size() != 1) {
            return notFound(
                    place,
                    "operationPath '" + reference + "' names no source, and " + matches.size()
                            + " operations have this path; the step cannot run.",
                    "Write '{$sourceDescriptions.<name>.url}#/paths/<path with ~1 for />/<method>'.");
        }
        SourceOperation match = matches.get(0);
        return new Resolution.Found<>(
                match,
                List.of(Finding.warning(
                        "operation-path-spelling",
                        place,
                        "operationPath '" + reference + "' is read as "
                                + match.operation().method() + " " + path + " of source '" + match.sourceName()
                                + "', the only operation that matches.",
                        "Write '{$sourceDescriptions." + match.sourceName() + ".url}#/paths/"
                                + path.replace("~", "~0").replace("/", "~1") + "/"
                                + match.operation().method().toLowerCase(Locale.ROOT) + "'.")));
    }

    private static Resolution<SourceOperation> notFound(LocatedNode place, String message, String remedy) {
        return Resolution.notFound("unknown-operation", place, message, remedy);
    }

    /** The pointer is a URI fragment and so percent-encoded (STP-22); a plus sign is itself there. */
    private static String decode(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
