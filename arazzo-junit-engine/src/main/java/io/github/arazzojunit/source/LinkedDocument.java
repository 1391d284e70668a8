package io.github.arazzojunit.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.contract.CheckedInputs;
import io.github.arazzojunit.contract.InputsValidator;
import io.github.arazzojunit.model.ArazzoDocument;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.model.Workflow;
import io.github.arazzojunit.reader.Nearest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An Arazzo document with access to its sources. Each source is loaded when it is first asked for; one that cannot be used
 * is looked for again, because its server may run by then. Thread-safe.
 */
public final class LinkedDocument {

    private final ArazzoDocument document;
    private final List<Finding> findings;
    private final URI baseUri;
    private final SourceLibrary library;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final InputsValidator inputs;

    LinkedDocument(ArazzoDocument document, List<Finding> findings, URI baseUri, SourceLibrary library) {
        this.document = document;
        this.findings = List.copyOf(findings);
        this.baseUri = baseUri;
        this.library = library;
        this.inputs = new InputsValidator(document.source(), baseUri, uri -> library.tree(this, uri));
    }

    public ArazzoDocument document() {
        return document;
    }

    /** What was found when the document was read; errors among it keep the workflows that they stand in from running. */
    public List<Finding> findings() {
        return findings;
    }

    /** The URI that relative references resolve against (URI-04). */
    public URI baseUri() {
        return baseUri;
    }

    /** Whether both are one document, perhaps found at two places (URI-13). */
    public boolean isSameAs(LinkedDocument other) {
        return document.uri().equals(other.document.uri())
                || document.source().value().equals(other.document.source().value());
    }

    /** The source with this name; empty when the document lists none. Names belong to this document (SRC-09). */
    public Optional<Source> source(String name) {
        return document.sourceDescription(name).map(this::load);
    }

    /** The source with this name, or a finding that offers similar names. */
    public Resolution<Source> requireSource(String name, LocatedNode place) {
        Optional<Source> source = source(name);
        if (source.isPresent()) {
            return new Resolution.Found<>(source.get(), List.of());
        }
        List<String> names = document.sourceDescriptions().stream()
                .map(SourceDescription::name)
                .toList();
        return Resolution.notFound(
                "unknown-source",
                place,
                "'" + place.text() + "' names the source '" + name + "', which the document does not list.",
                Nearest.hint(name, names));
    }

    /** All sources in the order of the document; loads each. */
    public List<Source> sources() {
        return document.sourceDescriptions().stream().map(this::load).toList();
    }

    /** Those that can be loaded without asking another machine (AMB-05); loads each. */
    public List<Source> localSources() {
        return document.sourceDescriptions().stream()
                .filter(description -> library.isLocal(this, description))
                .map(this::load)
                .toList();
    }

    /** Other documents that are known and claim the {@code $self} of this one (URI-13). */
    public List<LinkedDocument> namesakes() {
        return library.known(baseUri).stream()
                .filter(other -> document.self().isPresent() && !isSameAs(other))
                .toList();
    }

    /** What holds inputs against the schemas of the document. */
    public InputsValidator inputsValidator() {
        return inputs;
    }

    /**
     * Applies the defaults of a workflow's input schema, then validates (WF-11, AMB-07).
     *
     * @param given not changed
     */
    public CheckedInputs checkInputs(Workflow workflow, ObjectNode given) {
        return workflow.inputs()
                .map(schema -> inputs.check(schema, given))
                .orElseGet(() -> new CheckedInputs(given, List.of(), List.of()));
    }

    private Source load(SourceDescription description) {
        Source known = sources.get(description.name());
        if (known == null) {
            known = library.load(this, description);
            if (!(known instanceof Source.Unusable)) {
                sources.put(description.name(), known);
            }
        }
        return known;
    }
}
