package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the operations of one description. Immutable. */
final class OperationIndex {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
    private static final String FURTHER_METHODS = "additionalOperations";

    private final Map<String, Operation> byPointer;
    private final Map<String, List<Operation>> byId = new LinkedHashMap<>();

    private final List<Finding> unreadable;

    private OperationIndex(Map<String, Operation> byPointer, List<Finding> unreadable) {
        this.byPointer = Collections.unmodifiableMap(byPointer);
        this.unreadable = List.copyOf(unreadable);
        byPointer
                .values()
                .forEach(operation -> operation
                        .operationId()
                        .ifPresent(id -> byId.computeIfAbsent(id, absent -> new ArrayList<>())
                                .add(operation)));
    }

    static OperationIndex of(ApiDescription description) {
        Map<String, Operation> byPointer = new LinkedHashMap<>();
        FindingCollector findings = new FindingCollector(description);
        findings.members(description.root(), "paths").forEach((path, node) -> {
            if (path.startsWith("/")) {
                PathItem item = PathItem.of(path, node, description);
                item.finding().ifPresent(findings::add);
                item.layers().stream()
                        .filter(layer -> !layer.isObject())
                        .forEach(layer -> findings.wrong(layer, "The path '" + path + "'", "an object"));
                new Paths(description, item, node.pointer(), findings).addTo(byPointer);
            } else if (!path.startsWith("x-")) {
                findings.ignored(node, "The path '" + path + "' does not begin with '/'", "Write '/" + path + "'.");
            }
        });
        return new OperationIndex(byPointer, findings.findings());
    }

    /** The operations of one path. */
    private record Paths(ApiDescription description, PathItem item, String pointer, FindingCollector findings) {

        void addTo(Map<String, Operation> byPointer) {
            item.members().forEach((field, node) -> {
                if (METHODS.contains(field)) {
                    add(byPointer, pointer + "/" + field, field, node);
                } else if (!DescriptionObject.PATH_ITEM.knows(field)) {
                    findings.ignored(
                            node,
                            "A path has no field '" + field + "'",
                            "Write one of " + String.join(", ", DescriptionObject.PATH_ITEM.fields()) + ".");
                }
            });
            item.layers().stream()
                    .filter(layer -> layer.member(FURTHER_METHODS).isPresent())
                    .findFirst()
                    .ifPresent(layer -> findings.members(layer, FURTHER_METHODS)
                            .forEach((method, node) ->
                                    add(byPointer, pointer + "/" + FURTHER_METHODS + "/" + method, method, node)));
        }

        private void add(Map<String, Operation> byPointer, String key, String method, LocatedNode node) {
            if (node.isObject()) {
                findings.text(node, "operationId");
                byPointer.put(key, new Operation(description, item, method, node));
            } else {
                findings.wrong(node, "The operation '" + method + "'", "an object");
            }
        }
    }

    List<Operation> operations() {
        return List.copyOf(byPointer.values());
    }

    List<Operation> withId(String id) {
        return List.copyOf(byId.getOrDefault(id, List.of()));
    }

    /** Why paths have fewer operations than they should. */
    List<Finding> unreadable() {
        return unreadable;
    }

    Map<String, Operation> below(String pointer) {
        Map<String, Operation> below = new LinkedHashMap<>(byPointer);
        below.keySet().removeIf(key -> !key.startsWith(pointer + "/"));
        return below;
    }

    Optional<Operation> at(String pointer) {
        return Optional.ofNullable(byPointer.get(pointer));
    }

    List<String> nearest(String id, int max) {
        String wanted = id.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 3);
        Map<String, Integer> distances = new HashMap<>();
        for (String known : byId.keySet()) {
            int distance = distance(wanted, known.toLowerCase(Locale.ROOT), tolerance);
            if (distance <= tolerance) {
                distances.put(known, distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Edits that turn one text into the other, more than {@code tolerance} when their lengths alone say so. */
    private static int distance(String a, String b, int tolerance) {
        if (Math.abs(a.length() - b.length()) > tolerance) {
            return tolerance + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
