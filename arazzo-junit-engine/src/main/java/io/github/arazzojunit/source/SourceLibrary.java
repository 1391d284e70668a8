package io.github.arazzojunit.source;

import io.github.arazzojunit.contract.ExchangeContract;
import io.github.arazzojunit.http.HostList;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.UnsupportedDescriptionException;
import io.github.arazzojunit.openapi.UriReference;
import io.github.arazzojunit.reader.DocumentReader;
import io.github.arazzojunit.reader.RawUri;
import io.github.arazzojunit.reader.ReadLimits;
import io.github.arazzojunit.source.Texts.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads every text of a run at most once (SRC-08) and links documents that refer to each other. Thread-safe. */
public final class SourceLibrary {

    private final Map<String, URI> locations;
    private final Texts texts;
    private final Map<URI, Described> descriptions = new ConcurrentHashMap<>();
    private final Map<URI, LinkedDocument> documents = new ConcurrentHashMap<>();
    private final Identities identities = new Identities();

    private record Described(ApiDescription description, ExchangeContract contract) {}

    /**
     * Makes a library.
     *
     * @param locations where to find a source, by its name, instead of at its URL ({@code arazzo.source.<name>})
     */
    public SourceLibrary(ResourceLoader loader, Map<String, URI> locations, ReadLimits limits) {
        this(loader, locations, limits, List::of);
    }

    /**
     * Makes a library that keeps the texts of the test resources there.
     *
     * @param locations where to find a source, by its name, instead of at its URL ({@code arazzo.source.<name>})
     * @param classPath its directories; texts below them may use no files elsewhere (SEC-06)
     */
    public SourceLibrary(
            ResourceLoader loader, Map<String, URI> locations, ReadLimits limits, Supplier<List<Path>> classPath) {
        this.locations = Map.copyOf(locations);
        this.texts = new Texts(loader, limits, new ReadingRights(classPath));
    }

    /**
     * Links a document; its {@code $self} becomes known to all others (URI-10).
     *
     * @param findings what was found when it was read
     */
    public LinkedDocument link(ArazzoDocument document, List<Finding> findings) {
        LinkedDocument linked = documents.computeIfAbsent(
                document.uri(), uri -> new LinkedDocument(document, findings, baseUri(document), this));
        if (document.self().filter(self -> !self.isEmpty()).isPresent()) {
            identities.add(linked);
        }
        return linked;
    }

    private static URI baseUri(ArazzoDocument document) {
        try {
            return document.self()
                    .filter(self -> !self.isEmpty())
                    .map(self -> resolve(document.uri(), self))
                    .orElse(document.uri());
        } catch (IllegalArgumentException e) {
            return document.uri();
        }
    }

    /** RFC 3986 resolution; templates, blanks and others, which are no URI characters, are encoded first. */
    private static URI resolve(URI base, String reference) {
        try {
            return UriReference.resolve(base, RawUri.encoded(reference));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + reference + "' is no URI reference: " + e.getReason(), e);
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }

    /** The documents that have this URI as their identity. */
    List<LinkedDocument> known(URI identity) {
        return identities.of(identity);
    }

    boolean isLocal(LinkedDocument user, SourceDescription description) {
        try {
            URI uri = locate(user, description);
            return !ReadingRights.isRemote(uri) || !known(uri).isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    Source load(LinkedDocument user, SourceDescription description) {
        URI uri;
        try {
            uri = locate(user, description);
        } catch (IllegalArgumentException e) {
            return unusable(description, description.url(), e.getMessage() + ".");
        }
        List<LinkedDocument> known = identities.of(uri);
        if (known.size() > 1) {
            return new Source.Unusable(description.name(), sameIdentity(description, uri, known));
        }
        if (known.size() == 1) {
            return new Source.Arazzo(description.name(), known.get(0));
        }
        boolean configured = locations.containsKey(description.name());
        Text text = configured ? texts.at(uri) : texts.at(uri, user.document().uri());
        if (text instanceof Text.Read read) {
            return classify(description, uri, read.root());
        }
        Text.Failed failed = (Text.Failed) text;
        return configured
                ? unusable(description, uri.toString(), failed.reason())
                : retrieveBesideDocument(user, description, uri, failed);
    }

    /**
     * With a {@code $self} on another host, relative sources resolve to places that nobody serves yet; a copy beside the
     * document is then what the author means.
     */
    private Source retrieveBesideDocument(
            LinkedDocument user, SourceDescription description, URI uri, Text.Failed failed) {
        URI beside = resolve(user.document().uri(), description.url());
        if (!beside.equals(uri) && texts.at(beside, user.document().uri()) instanceof Text.Read read) {
            return classify(description, beside, read.root());
        }
        return unusable(description, uri.toString(), failed.reason());
    }

    private static Finding sameIdentity(SourceDescription description, URI identity, List<LinkedDocument> known) {
        String places = known.stream()
                .map(document -> document.document().uri().toString())
                .sorted()
                .collect(Collectors.joining(" and "));
        return Finding.error(
                "same-identity",
                description.source(),
                "Source '" + description.name() + "' can mean several documents: " + places + " all have the '$self' "
                        + identity + "; what needs the source cannot run.",
                "Give each document a '$self' of its own.");
    }

    private URI locate(LinkedDocument user, SourceDescription description) {
        URI configured = locations.get(description.name());
        return configured != null ? configured : withoutFragment(resolve(user.baseUri(), description.url()));
    }

    private Source classify(SourceDescription description, URI uri, LocatedNode root) {
        String type;
        if (root.member("openapi").isPresent() || root.member("swagger").isPresent()) {
            type = "openapi";
        } else if (root.member("arazzo").isPresent()) {
            type = "arazzo";
        } else if (root.member("asyncapi").isPresent()) {
            type = "asyncapi";
        } else {
            return unusable(
                    description,
                    uri.toString(),
                    "it has none of the root fields 'openapi', 'arazzo', 'asyncapi', so it is no description.");
        }
        if (description.type().filter(declared -> !declared.equals(type)).isPresent()) {
            return new Source.Unusable(
                    description.name(),
                    Finding.error(
                            "source-type-mismatch",
                            description.source(),
                            "Source '" + description.name() + "' is declared as '"
                                    + description.type().get() + "', but " + uri + " is a document of type '" + type
                                    + "'; steps that need it fail.",
                            type.equals("asyncapi")
                                    ? "Correct the url; AsyncAPI steps are not executed yet, whatever the type says."
                                    : "Write 'type: " + type + "' or correct the url."));
        }
        return switch (type) {
            case "openapi" -> openApi(description, uri, root);
            case "arazzo" -> arazzo(description, root);
            default -> new Source.AsyncApi(description.name());
        };
    }

    private Source openApi(SourceDescription description, URI uri, LocatedNode root) {
        try {
            Described known = descriptions.get(uri);
            if (known == null) {
                ApiDescription read = ApiDescription.of(root, other -> reference(uri, other));
                known = new Described(read, new ExchangeContract(read));
                descriptions.put(uri, known);
            }
            return new Source.OpenApi(description.name(), known.description(), known.contract());
        } catch (UnsupportedDescriptionException e) {
            return new Source.Unusable(
                    description.name(),
                    Finding.error(
                            "unsupported-description",
                            description.source(),
                            "Source '" + description.name() + "' cannot be used: " + uri + ": " + e.getMessage()
                                    + " Steps that need it fail.",
                            e.remedy() + " and let the url or 'arazzo.source." + description.name()
                                    + "' lead to the result."));
        }
    }

    private Source arazzo(SourceDescription description, LocatedNode root) {
        DocumentReader.DocumentReading reading = DocumentReader.read(root);
        Optional<ArazzoDocument> document = reading.document();
        if (document.isEmpty()) {
            return unusable(
                    description,
                    root.uri().toString(),
                    reading.findings().stream()
                            .filter(Finding::isError)
                            .map(Finding::toString)
                            .collect(Collectors.joining("; ")));
        }
        return new Source.Arazzo(description.name(), link(document.get(), reading.findings()));
    }

    /** The document that another one refers to, by its identity, its place, or a place beside that document. */
    Optional<LocatedNode> tree(LinkedDocument user, URI uri) {
        URI place = withoutFragment(uri);
        List<LinkedDocument> known = identities.of(place);
        if (known.size() == 1) {
            return Optional.of(known.get(0).document().source());
        }
        URI beside = resolve(user.document().uri(), UriReference.relativize(user.baseUri(), place));
        return Stream.of(place, beside)
                .map(candidate -> texts.at(candidate, user.document().uri()))
                .filter(Text.Read.class::isInstance)
                .map(text -> ((Text.Read) text).root())
                .findFirst();
    }

    private LocatedNode reference(URI user, URI uri) throws IOException {
        Text text = texts.at(uri, user);
        if (text instanceof Text.Read read) {
            return read.root();
        }
        throw new IOException(((Text.Failed) text).reason());
    }

    private static boolean isLoopback(String location) {
        return location.matches("(?i)https?://.*") && HostList.isLoopback(URI.create(location));
    }

    private static String serverRemedy(String source) {
        return "Where the test starts the server, name it: @ArazzoServer(value = \"" + source
                + "\", description = \"/path\") or source(\"" + source + "\", \"/path\").";
    }

    private static Source unusable(SourceDescription description, String location, String reason) {
        return new Source.Unusable(
                description.name(),
                Finding.error(
                        "source-not-usable",
                        description.source(),
                        "Source '" + description.name() + "' cannot be used: " + location + ": " + reason
                                + " Steps that need it fail.",
                        "Correct the url, or set 'arazzo.source." + description.name() + "'."
                                + (isLoopback(location) ? " " + serverRemedy(description.name()) : "")));
    }
}
