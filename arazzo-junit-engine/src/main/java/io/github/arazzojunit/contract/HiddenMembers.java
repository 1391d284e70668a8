package io.github.arazzojunit.contract;

import com.networknt.schema.SchemaLocation;
import io.github.arazzojunit.model.LocatedNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which members a direction hides. {@code required} and {@code readOnly} often stand apart: the member in another branch
 * of an {@code allOf}, the keyword behind a reference.
 */
final class HiddenMembers {

    private static final Pattern BRANCH = Pattern.compile("(.*)/allOf/\\d+");

    private final SchemaDocuments documents;
    private final SchemaPlaces places;

    HiddenMembers(SchemaDocuments documents, SchemaPlaces places) {
        this.documents = documents;
        this.places = places;
    }

    /** @param location of the schema that requires the member */
    boolean isHidden(SchemaLocation location, String member, Direction direction) {
        return places.at(location)
                .map(this::aroundBranches)
                .filter(schema -> declaresHidden(schema, member, direction.hidingKeyword(), new HashSet<>()))
                .isPresent();
    }

    private LocatedNode aroundBranches(LocatedNode schema) {
        LocatedNode outermost = schema;
        Matcher branch = BRANCH.matcher(schema.pointer());
        while (branch.matches()) {
            String pointer = branch.group(1);
            Optional<LocatedNode> around = documents.document(schema.uri()).flatMap(root -> root.at(pointer));
            if (around.isEmpty()) {
                return outermost;
            }
            outermost = around.get();
            branch = BRANCH.matcher(pointer);
        }
        return outermost;
    }

    private boolean declaresHidden(LocatedNode schema, String member, String keyword, Set<String> seen) {
        if (!seen.add(schema.uri() + "#" + schema.pointer())) {
            return false;
        }
        boolean here = schema.member("properties")
                .flatMap(properties -> properties.member(member))
                .filter(property -> isHidden(property, keyword))
                .isPresent();
        return here || branches(schema, member, keyword, seen) || referenced(schema, member, keyword, seen);
    }

    private boolean branches(LocatedNode schema, String member, String keyword, Set<String> seen) {
        return schema.member("allOf").stream()
                .flatMap(allOf -> allOf.items().stream())
                .anyMatch(branch -> declaresHidden(branch, member, keyword, seen));
    }

    private boolean referenced(LocatedNode schema, String member, String keyword, Set<String> seen) {
        return schema.member("$ref").isPresent()
                && documents
                        .dereference(schema)
                        .filter(target -> declaresHidden(target, member, keyword, seen))
                        .isPresent();
    }

    private boolean isHidden(LocatedNode property, String keyword) {
        return says(property, keyword)
                || documents
                        .dereference(property)
                        .filter(target -> says(target, keyword)
                                || target.member("allOf").stream()
                                        .flatMap(allOf -> allOf.items().stream())
                                        .flatMap(branch -> documents.dereference(branch).stream())
                                        .anyMatch(branch -> says(branch, keyword)))
                        .isPresent();
    }

    private static boolean says(LocatedNode schema, String keyword) {
        return schema.value().path(keyword).asBoolean();
    }
}
