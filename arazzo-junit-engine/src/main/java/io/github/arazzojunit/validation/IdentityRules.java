package io.github.arazzojunit.validation;

import io.github.arazzojunit.model.SourceDescription;
import io.github.arazzojunit.openapi.UriReference;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that documents give themselves and their workflows, and how they are referred to (URI-12, URI-13, AMB-06). */
final class IdentityRules {

    private static final Pattern QUALIFIED = Pattern.compile("\\$sourceDescriptions\\.([^.]+)\\.(.+)");

    private final LinkedDocument document;
    private final Inspection inspection;
    private final Map<URI, LinkedDocument> known = new HashMap<>();
    private final Map<String, LinkedDocument> workflows = new HashMap<>();

    private IdentityRules(LinkedDocument document, Inspection inspection) {
        this.document = document;
        this.inspection = inspection;
        if (document.document().self().isPresent()) {
            known.put(document.baseUri(), document);
        }
    }

    static void check(LinkedDocument document, Inspection inspection) {
        IdentityRules rules = new IdentityRules(document, inspection);
        rules.ownIdentity();
        WorkflowReferenceRules.forEach(inspection, rules::reference);
    }

    private void ownIdentity() {
        document.namesakes()
                .forEach(other -> inspection.report(
                        ValidationRule.IDENTITY_NOT_UNIQUE,
                        Spot.of(inspection.workflow().source()).field("workflowId"),
                        "The document has the '$self' " + document.baseUri() + ", and so has "
                                + other.document().uri() + "; other documents can refer to neither.",
                        "Give each document a '$self' of its own."));
    }

    private void reference(String reference, Spot spot) {
        Matcher qualified = QUALIFIED.matcher(reference);
        if (!qualified.matches()) {
            return;
        }
        Optional<SourceDescription> description = document.document().sourceDescription(qualified.group(1));
        Optional<Source> source = document.source(qualified.group(1));
        if (description.isPresent() && source.isPresent() && source.get() instanceof Source.Arazzo arazzo) {
            if (arazzo.document().document().self().isPresent()) {
                check(description.get(), arazzo.document());
            }
            id(qualified.group(2), reference, arazzo.document(), spot);
        }
    }

    private void id(String workflowId, String reference, LinkedDocument owner, Spot spot) {
        LinkedDocument other = workflows.putIfAbsent(workflowId, owner);
        if (other != null && !other.isSameAs(owner)) {
            inspection.report(
                    ValidationRule.REPEATED_WORKFLOW_ID,
                    spot,
                    "'" + reference + "' has the id of a workflow of "
                            + other.document().source().position().fileName() + ", so that '$workflows." + workflowId
                            + "' may mean the one or the other.",
                    "Read its outputs as '" + reference + ".outputs.<name>', or give one of them another id.");
        }
    }

    private void check(SourceDescription description, LinkedDocument target) {
        Spot spot = Spot.of(description.source()).field("url");
        LinkedDocument other = known.putIfAbsent(target.baseUri(), target);
        if (other != null && !other.isSameAs(target)) {
            inspection.report(
                    ValidationRule.SAME_IDENTITY,
                    spot,
                    "The documents " + other.document().uri() + " and "
                            + target.document().uri() + " both have the '$self' " + target.baseUri()
                            + ", so it is open which one is meant.",
                    "Give each document a '$self' of its own.");
        }
        if (!isIdentity(description.url(), target.baseUri())) {
            inspection.report(
                    ValidationRule.REFERENCED_BY_LOCATION,
                    spot,
                    "Source '" + description.name() + "' names the document by the place '" + description.url()
                            + "', but its '$self' is " + target.baseUri() + "; other tools may not find it.",
                    "Write 'url: " + target.baseUri() + "'.");
        }
    }

    private boolean isIdentity(String url, URI self) {
        try {
            return UriReference.resolve(document.baseUri(), url).equals(self);
        } catch (URISyntaxException e) {
            // The reader has reported it.
            return true;
        }
    }
}
