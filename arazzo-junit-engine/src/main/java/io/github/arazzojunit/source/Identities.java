package io.github.arazzojunit.source;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The documents that say who they are, by their {@code $self} (URI-10, URI-13). Thread-safe. */
final class Identities {

    private final Map<URI, List<LinkedDocument>> documents = new ConcurrentHashMap<>();

    void add(LinkedDocument document) {
        documents.merge(
                document.baseUri(),
                List.of(document),
                (known, more) -> known.stream().anyMatch(document::isSameAs)
                        ? known
                        : Stream.concat(known.stream(), more.stream()).toList());
    }

    /** The documents of this identity; more than one when different documents claim it. */
    List<LinkedDocument> of(URI identity) {
        return documents.getOrDefault(identity, List.of());
    }
}
