package io.github.arazzojunit.contract;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.path.NodePath;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leads from the schema library's locations back into the documents that it has seen. An {@code $id} can name any URI:
 * what is no such document is never looked for. Thread-safe.
 */
final class SchemaPlaces {

    private final Map<String, LocatedNode> documents = new ConcurrentHashMap<>();

    void add(URI uri, LocatedNode document) {
        documents.put(uri.toString(), document);
    }

    /** The value at this location, empty where the location is in no document. */
    Optional<LocatedNode> at(SchemaLocation location) {
        NodePath path = location.getFragment();
        return document(location).flatMap(root -> {
            Optional<LocatedNode> node = Optional.of(root);
            for (int i = 0; i < path.getNameCount() && node.isPresent(); i++) {
                node = child(node.get(), path.getElement(i));
            }
            return node;
        });
    }

    /** The value at this location, or the innermost one around it: the library has locations that no text has. */
    Optional<LocatedNode> nearest(SchemaLocation location) {
        NodePath path = location.getFragment();
        return document(location).map(root -> {
            LocatedNode node = root;
            for (int i = 0; i < path.getNameCount(); i++) {
                Optional<LocatedNode> child = child(node, path.getElement(i));
                if (child.isEmpty()) {
                    return node;
                }
                node = child.get();
            }
            return node;
        });
    }

    private Optional<LocatedNode> document(SchemaLocation location) {
        AbsoluteIri iri = location.getAbsoluteIri();
        return iri == null ? Optional.empty() : Optional.ofNullable(documents.get(iri.toString()));
    }

    private static Optional<LocatedNode> child(LocatedNode node, Object element) {
        return node.at("/" + element.toString().replace("~", "~0").replace("/", "~1"));
    }
}
