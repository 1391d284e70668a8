package io.github.arazzojunit.openapi;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAPI description, version 3.0, 3.1 or 3.2, read part by part when a part is needed. Broken parts never fail an
 * operation that does not use them; they become findings of the operations that do. Thread-safe; the located tree must
 * not change.
 *
 * <p>Answers HTTP-01, HTTP-02, STP-10, STP-15, STP-20 to STP-24, SRC-12, URI-16.
 */
public final class ApiDescription {

    private static final Pattern VERSION = Pattern.compile("3\\.[012](\\..*)?");

    private final LocatedNode root;
    private final String version;
    private final References references;
    private final Lazy<OperationIndex> index;

    private ApiDescription(LocatedNode root, String version, ReferenceLoader loader) {
        this.root = root;
        this.version = version;
        this.references = new References(root, loader);
        this.index = new Lazy<>(() -> OperationIndex.of(this));
    }

    /**
     * @param root the root of the document
     * @param loader how further documents are read; called only when a reference leads to one
     * @throws UnsupportedDescriptionException when the document is no OpenAPI description of a supported version
     */
    public static ApiDescription of(LocatedNode root, ReferenceLoader loader) throws UnsupportedDescriptionException {
        LocatedNode field = root.member("openapi").orElse(null);
        if (field == null) {
            throw notOpenApi(root);
        }
        Matcher version = VERSION.matcher(field.text());
        if (!version.matches()) {
            throw new UnsupportedDescriptionException(
                    field.position(),
                    "OpenAPI version \"%s\" is not supported, so no operation of this source can run."
                            .formatted(field.text()),
                    "Supported are 3.0, 3.1 and 3.2: convert it");
        }
        return new ApiDescription(root, field.text(), loader);
    }

    private static UnsupportedDescriptionException notOpenApi(LocatedNode root) {
        Optional<LocatedNode> swagger = root.member("swagger");
        if (swagger.isPresent()) {
            return new UnsupportedDescriptionException(
                    swagger.get().position(),
                    "This is a Swagger %s document, so no operation of this source can run."
                            .formatted(swagger.get().text()),
                    "Convert it to OpenAPI 3.0 or newer");
        }
        String kind = root.member("arazzo").isPresent()
                ? "an Arazzo document: give its source description the type \"arazzo\""
                : root.member("asyncapi").isPresent()
                        ? "an AsyncAPI document: give its source description the type \"asyncapi\""
                        : "without the field \"openapi\" at its root: check the url of the source description";
        return new UnsupportedDescriptionException(
                root.position(),
                "An OpenAPI description was expected, this document is %s.".formatted(kind),
                "Correct the source description");
    }

    /** Where the document was read from. */
    public URI uri() {
        return root.uri();
    }

    /** The text of {@code openapi}, for example {@code 3.1.0}. */
    public String version() {
        return version;
    }

    /** True from OpenAPI 3.1 on: schemas are JSON Schema 2020-12. */
    public boolean usesJsonSchema() {
        return !version.startsWith("3.0");
    }

    /** {@code info.title}, empty text where there is none. */
    public String title() {
        return root.member("info").flatMap(info -> Fields.text(info, "title")).orElse("");
    }

    public LocatedNode root() {
        return root;
    }

    /** Everything callable: what stands under {@code paths}, never under webhooks or callbacks (STP-15). */
    public List<Operation> operations() {
        return index.get().operations();
    }

    /** The first operation with this id, compared with case. */
    public Optional<Operation> operation(String operationId) {
        return operationsWithId(operationId).stream().findFirst();
    }

    /** All operations with this id: more than one means that the description breaks its own rule (STP-10). */
    public List<Operation> operationsWithId(String operationId) {
        return index.get().withId(operationId);
    }

    /**
     * @param pointer {@code /paths/~1pets/get}, already percent-decoded (STP-22); also through a path item that is only
     *     a reference, and {@code /paths/~1pets/additionalOperations/COPY} of 3.2
     */
    public Optional<Operation> operationAt(String pointer) {
        return index.get().at(pointer);
    }

    /**
     * The operations of a path by the pointers that {@link #operationAt} takes.
     *
     * @param pointer of the path, for example {@code /paths/~1pets}
     */
    public Map<String, Operation> operationsBelow(String pointer) {
        return index.get().below(pointer);
    }

    /** What keeps paths and operations from being read; an operation that is missed may be behind one of them. */
    public List<Finding> unreadablePaths() {
        return index.get().unreadable();
    }

    /** Warnings about the texts of the description as a whole: this one and all that were needed so far. */
    public List<Finding> remarks() {
        return references.remarks();
    }

    /** The ids that resemble this one most, the nearest first; only such as a typing mistake could explain. */
    public List<String> nearestOperationIds(String operationId, int max) {
        return index.get().nearest(operationId, max);
    }

    /** Follows {@code $ref} from this node, whose document must belong to this description; a node without is itself. */
    public Resolved dereference(LocatedNode node) {
        return references.dereference(node);
    }

    /** A document that the description refers to, loaded at most once; empty when it cannot be read. */
    public Optional<LocatedNode> document(URI uri) {
        return references.document(uri);
    }

    /** An entry of {@code components.securitySchemes}; empty when it is absent or dangling. */
    public Optional<SecurityScheme> securityScheme(String name) {
        return root.member("components")
                .flatMap(components -> components.member("securitySchemes"))
                .flatMap(schemes -> schemes.member(name))
                .flatMap(scheme -> dereference(scheme).node())
                .map(scheme -> SecurityScheme.read(name, scheme));
    }

    @Override
    public String toString() {
        return "OpenAPI " + version + " " + uri();
    }
}
