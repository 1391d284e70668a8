package io.github.arazzojunit.contract;

import com.networknt.schema.SchemaLocation;
import io.github.arazzojunit.model.LocatedNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members a direction hides. {@code required} and {@code readOnly} often stand apart: the member in another branch
 * of an {@code allOf}, the keyword behind a reference.
 */
final class HiddenMembers {

    private final SchemaDocuments documents;
    private final SchemaPlaces places;

    HiddenMembers(SchemaDocuments documents, SchemaPlaces places) {
        this.documents = documents;
        this.places = places;
    }

    /** @param locations of all schemas that are known to be about the object */
    boolean isHidden(List<SchemaLocation> locations, String member, Direction direction) {
        Set<String> seen = new HashSet<>();
        return locations.stream()
                .flatMap(location -> places.at(location).stream())
                .anyMatch(schema -> declaresHidden(schema, member, direction.hidingKeyword(), seen));
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

    /** Whether a member with this schema does not travel in this direction. */
    boolean isHidden(LocatedNode property, Direction direction) {
        return isHidden(property, direction.hidingKeyword());
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
