package io.github.arazzojunit.contract;

import com.networknt.schema.AbsoluteIri;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An Arazzo document and what its input schemas refer to. Fragments are resolved against the root of the document, as
 * pointers or as the name of an {@code $anchor} (URI-15).
 */
record InputDocuments(LocatedNode root, Function<URI, Optional<LocatedNode>> others) implements SchemaDocuments {

    @Override
    public Optional<LocatedNode> document(URI uri) {
        return uri.equals(root.uri()) ? Optional.of(root) : others.apply(uri);
    }

    @Override
    public Optional<LocatedNode> target(LocatedNode from, String reference) {
        Set<String> passed = new HashSet<>();
        Optional<LocatedNode> node = step(from, reference);
        while (node.isPresent()) {
            Optional<LocatedNode> next = node.get().member("$ref").filter(LocatedNode::isText);
            if (next.isEmpty()
                    || !passed.add(node.get().uri() + "#" + node.get().pointer())) {
                return next.isEmpty() ? node : Optional.empty();
            }
            node = step(node.get(), next.get().text());
        }
        return node;
    }

    private Optional<LocatedNode> step(LocatedNode from, String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        return documentAt(from.uri(), document)
                .flatMap(target -> fragment.isEmpty() || fragment.startsWith("/")
                        ? target.at(fragment)
                        : anchored(target, fragment));
    }

    private Optional<LocatedNode> documentAt(URI base, String reference) {
        if (reference.isEmpty()) {
            return document(base);
        }
        try {
            return document(URI.create(
                    AbsoluteIri.of(base.toString()).resolve(reference).toString()));
        } catch (IllegalArgumentException e) {
            // No URI: the validation that follows says so, with the place.
            return Optional.empty();
        }
    }

    private static Optional<LocatedNode> anchored(LocatedNode node, String name) {
        if (node.value().findValue("$anchor") == null) {
            return Optional.empty();
        }
        if (node.member("$anchor").filter(anchor -> anchor.text().equals(name)).isPresent()) {
            return Optional.of(node);
        }
        return Stream.concat(node.members().values().stream(), node.items().stream())
                .flatMap(child -> anchored(child, name).stream())
                .findFirst();
    }

    private static String decoded(String fragment) {
        return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
