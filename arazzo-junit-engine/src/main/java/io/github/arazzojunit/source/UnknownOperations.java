package io.github.arazzojunit.source;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import java.util.List;
import java.util.stream.Collectors;

/** What the description has to say about an operation that is not found. */
final class UnknownOperations {

    private static final int MOST = 3;

    private UnknownOperations() {}

    /** Where operations stand in it. */
    static String searched(ApiDescription description) {
        LocatedNode paths = description.root().member("paths").orElse(description.root());
        return paths.location();
    }

    /** Begins with a blank where the operation is one that the provider calls; else empty. */
    static String webhook(String operationId, ApiDescription description) {
        return description.root().member("webhooks").stream()
                .flatMap(webhooks -> webhooks.members().values().stream())
                .flatMap(item -> item.members().values().stream())
                .filter(operation -> operation
                        .member("operationId")
                        .filter(id -> id.text().equals(operationId))
                        .isPresent())
                .findFirst()
                .map(operation ->
                        " It is a webhook (" + operation.location() + "), which the provider calls and no step.")
                .orElse("");
    }

    /** Begins with a blank where parts of the description are broken in which the operation may be; else empty. */
    static String behind(List<Finding> unreadable) {
        if (unreadable.isEmpty()) {
            return "";
        }
        String broken = unreadable.stream().limit(MOST).map(Finding::described).collect(Collectors.joining(" "));
        int further = unreadable.size() - MOST;
        return " It may be in a part of the description that cannot be read: " + broken
                + (further > 0 ? " And " + further + " more." : "");
    }
}
