package io.github.arazzojunit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.reader.RawUri;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Follows {@code $ref} within the documents of one description and loads each of them at most once. Thread-safe. */
final class References {

    private static final String REMEDY = "Mend the reference, or add what it should lead to.";

    /** A document, or the reason why there is none. */
    private record Loaded(Optional<LocatedNode> root, String failure) {}

    private final ReferenceLoader loader;
    private final Map<URI, Loaded> documents = new ConcurrentHashMap<>();

    References(LocatedNode root, ReferenceLoader loader) {
        this.loader = loader;
        Loaded entry = new Loaded(Optional.of(root), "");
        documents.put(root.uri(), entry);
        documents.put(baseUri(root), entry);
    }

    Optional<LocatedNode> document(URI uri) {
        return load(uri).root();
    }

    /** Warnings about the texts that were loaded so far. */
    List<Finding> remarks() {
        return documents.values().stream()
                .flatMap(loaded -> loaded.root().stream())
                .flatMap(root -> root.remarks().stream())
                .distinct()
                .toList();
    }

    Resolved dereference(LocatedNode start) {
        List<LocatedNode> passed = new ArrayList<>();
        Set<String> places = new HashSet<>();
        LocatedNode node = start;
        for (Optional<String> reference = reference(node); reference.isPresent(); reference = reference(node)) {
            passed.add(node);
            if (!places.add(node.uri() + "#" + node.pointer())) {
                return Resolved.dangling(passed, finding("cyclic-reference", node, "only leads back to itself"));
            }
            try {
                node = target(node, reference.get());
            } catch (UnresolvedException e) {
                return Resolved.dangling(passed, finding("dangling-reference", node, e.getMessage()));
            }
        }
        return Resolved.found(node, passed);
    }

    private static Optional<String> reference(LocatedNode node) {
        JsonNode reference = node.value().isObject() ? node.value().get("$ref") : null;
        return reference != null && reference.isTextual() ? Optional.of(reference.textValue()) : Optional.empty();
    }

    private LocatedNode target(LocatedNode node, String reference) throws UnresolvedException {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        Loaded loaded = load(documentUri(node, document));
        if (loaded.root().isEmpty()) {
            throw new UnresolvedException("cannot be followed: " + loaded.failure());
        }
        String fragment = hash < 0 ? "" : PercentEncoding.decode(reference.substring(hash + 1));
        Optional<LocatedNode> target = fragment.isEmpty() || fragment.startsWith("/")
                ? loaded.root().get().at(fragment)
                : Optional.empty();
        return target.or(() -> anchored(loaded.root().get(), fragment))
                .orElseThrow(() -> new UnresolvedException("leads to nothing"));
    }

    private URI documentUri(LocatedNode node, String document) throws UnresolvedException {
        if (document.isEmpty()) {
            return node.uri();
        }
        try {
            LocatedNode root = load(node.uri()).root().orElse(node);
            return UriReference.resolve(baseUri(root), RawUri.encoded(document));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new UnresolvedException("is no URI reference: " + e.getMessage());
        }
    }

    /** OpenAPI 3.2 lets a document name its own base URI (URI-16). */
    private static URI baseUri(LocatedNode root) {
        Optional<String> self = root.member("$self").filter(LocatedNode::isText).map(LocatedNode::text);
        try {
            return self.isPresent() ? UriReference.resolve(root.uri(), self.get()) : root.uri();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return root.uri();
        }
    }

    private static Optional<LocatedNode> anchored(LocatedNode node, String name) {
        JsonNode anchor = node.value().isObject() ? node.value().get("$anchor") : null;
        if (anchor != null && anchor.isTextual() && anchor.textValue().equals(name)) {
            return Optional.of(node);
        }
        if (node.value().findValue("$anchor") == null) {
            return Optional.empty();
        }
        return (node.isArray() ? node.items() : node.members().values())
                .stream().flatMap(child -> anchored(child, name).stream()).findFirst();
    }

    private Loaded load(URI uri) {
        Loaded loaded = documents.computeIfAbsent(uri, absent -> {
            try {
                return new Loaded(Optional.of(loader.load(absent)), "");
            } catch (IOException e) {
                return new Loaded(Optional.empty(), absent + ": " + e.getMessage());
            }
        });
        // The loader may know the document under another URI; local references in it use that one.
        loaded.root().ifPresent(root -> documents.putIfAbsent(root.uri(), loaded));
        return loaded;
    }

    private static Finding finding(String rule, LocatedNode node, String problem) {
        String reference = reference(node).orElseThrow();
        String message =
                "The reference \"%s\" %s; what it stands for is unknown to the run.".formatted(reference, problem);
        return Finding.warning(rule, node, message, REMEDY);
    }

    private static final class UnresolvedException extends Exception {

        private static final long serialVersionUID = 1L;

        UnresolvedException(String problem) {
            super(problem, null, false, false);
        }
    }
}
