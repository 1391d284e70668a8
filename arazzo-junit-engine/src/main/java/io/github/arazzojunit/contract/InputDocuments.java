package io.github.arazzojunit.contract;

import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.UriReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An Arazzo document and what its input schemas refer to: the document itself by its base URI, schemas by their
 * {@code $id}, other documents. Fragments are resolved against the root of the document, or of the schema with an
 * {@code $id}, as pointers or as the name of an {@code $anchor} (DOC-25, URI-15).
 */
final class InputDocuments implements SchemaDocuments {

    private final LocatedNode root;
    private final URI base;
    private final Function<URI, Optional<LocatedNode>> others;
    private final Map<URI, LocatedNode> identified = new LinkedHashMap<>();

    /**
     * @param base what references in the document are relative to
     * @param others documents by absolute URI; empty for what may not or cannot be read
     */
    InputDocuments(LocatedNode root, URI base, Function<URI, Optional<LocatedNode>> others) {
        this.root = root;
        this.base = base;
        this.others = others;
        Stream<LocatedNode> inputs = root.member("workflows").map(LocatedNode::items).stream()
                .flatMap(workflows -> workflows.stream())
                .flatMap(workflow -> workflow.member("inputs").stream());
        Stream.concat(inputs, root.at("/components/inputs").stream()).forEach(schema -> identify(schema, base));
    }

    private void identify(LocatedNode schema, URI around) {
        URI uri = schema.member("$id")
                .filter(LocatedNode::isText)
                .flatMap(id -> resolved(around, id.text()))
                .map(id -> {
                    identified.putIfAbsent(id, schema);
                    return id;
                })
                .orElse(around);
        Stream.concat(schema.members().values().stream(), schema.items().stream())
                .forEach(child -> identify(child, uri));
    }

    @Override
    public URI base(LocatedNode document) {
        return document.uri().equals(root.uri()) ? base : document.uri();
    }

    @Override
    public Optional<LocatedNode> document(URI uri) {
        if (uri.equals(root.uri()) || uri.equals(base)) {
            return Optional.of(root);
        }
        return Optional.ofNullable(identified.get(uri)).or(() -> others.apply(uri));
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
        return resolved(resource(from), document)
                .flatMap(this::document)
                .flatMap(target -> fragment.isEmpty() || fragment.startsWith("/")
                        ? target.at(fragment)
                        : anchored(target, fragment));
    }

    /** The URI of the innermost schema with an {@code $id} around a node, otherwise of its document. */
    private URI resource(LocatedNode node) {
        return identified.entrySet().stream()
                .filter(entry -> node.uri().equals(root.uri())
                        && (node.pointer() + "/").startsWith(entry.getValue().pointer() + "/"))
                .max(Comparator.comparing(entry -> entry.getValue().pointer().length()))
                .map(Entry::getKey)
                .orElseGet(() -> base(node));
    }

    /** Empty for what is no URI: the validation that follows says so, with the place. */
    private static Optional<URI> resolved(URI base, String reference) {
        try {
            return Optional.of(UriReference.resolve(base, reference));
        } catch (URISyntaxException | IllegalArgumentException e) {
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
