package io.github.arazzojunit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import io.github.arazzojunit.model.LocatedNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles schemas on first use: each document is one schema resource, a schema in it a fragment. Reads nothing but the
 * documents it was given. Thread-safe.
 */
final class SchemaCompiler {

    private final SchemaDocuments documents;
    private final SchemaPlaces places;
    private final SchemaRegistry registry;
    private final Map<URI, Schema> resources = new ConcurrentHashMap<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * @param dialects makes them, for a compiler that their keywords can use later; the first is that of schemas
     *     without {@code $schema}, the others are accepted by name
     */
    SchemaCompiler(
            SchemaDocuments documents,
            SchemaPlaces places,
            Function<SchemaCompiler, List<Dialect>> dialects,
            boolean assertFormats) {
        this.documents = documents;
        this.places = places;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(assertFormats)
                .preloadSchema(false)
                .locale(Locale.ENGLISH)
                .build();
        this.registry = SchemaRegistry.withDialects(
                dialects.apply(this),
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)
                                .resourceLoaders(
                                        loaders -> loaders.values(List::clear).add(this::load))));
    }

    /**
     * Empty when the schema stands in a document that is none of these.
     *
     * @throws com.networknt.schema.SchemaException when the schema cannot be used
     */
    Optional<Schema> compile(LocatedNode schema) {
        return documents
                .document(schema.uri())
                .map(document -> schemas.computeIfAbsent(
                        schema.uri() + "#" + schema.pointer(),
                        key -> resource(document).getSubSchema(path(document, schema.pointer()))));
    }

    private Schema resource(LocatedNode document) {
        return resources.computeIfAbsent(documents.base(document), uri -> {
            places.add(uri, document);
            return registry.getSchema(SchemaLocation.of(uri.toString()), SchemaText.of(document, uri));
        });
    }

    /** Built segment by segment: the library would percent-decode the text of a pointer. */
    private static NodePath path(LocatedNode document, String pointer) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        LocatedNode node = document;
        if (pointer.isEmpty()) {
            return path;
        }
        for (String token : pointer.substring(1).split("/", -1)) {
            path = node.isArray() ? path.append(Integer.parseInt(token)) : path.append(unescaped(token));
            node = node.at("/" + token).orElseThrow();
        }
        return path;
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private @Nullable InputStreamSource load(AbsoluteIri iri) {
        return document(iri)
                .map(document -> SchemaText.of(document, URI.create(iri.toString()))
                        .toString()
                        .getBytes(UTF_8))
                .map(bytes -> (InputStreamSource) () -> new ByteArrayInputStream(bytes))
                .orElse(null);
    }

    private Optional<LocatedNode> document(AbsoluteIri iri) {
        try {
            URI uri = new URI(iri.toString());
            Optional<LocatedNode> document = documents.document(uri);
            document.ifPresent(root -> places.add(uri, root));
            return document;
        } catch (URISyntaxException e) {
            // The library then reports the reference as one that leads nowhere.
            return Optional.empty();
        }
    }
}
