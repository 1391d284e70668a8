package io.github.arazzojunit.contract;

import com.networknt.schema.SchemaLocation;
import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the schema that the value of a discriminator names. */
final class Discriminators {

    /** A value of {@code mapping} may be the name of a schema instead of a reference to it. */
    private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private final LocatedNode description;
    private final SchemaDocuments documents;
    private final SchemaPlaces places;

    Discriminators(LocatedNode description, SchemaDocuments documents, SchemaPlaces places) {
        this.description = description;
        this.documents = documents;
        this.places = places;
    }

    /**
     * Which of the schemas of a {@code oneOf} or {@code anyOf} the value names.
     *
     * @param location of the schema that has the union and the discriminator
     */
    Optional<Integer> branch(SchemaLocation location, String union, String value) {
        return places.at(location).flatMap(schema -> {
            List<LocatedNode> branches =
                    schema.member(union).map(LocatedNode::items).orElse(List.of());
            Optional<LocatedNode> target = target(schema, value);
            return IntStream.range(0, branches.size())
                    .boxed()
                    .filter(i -> target.isPresent() && leadsTo(branches.get(i), target.get()))
                    .findFirst()
                    .or(() -> onlyBranchThatFixes(schema, branches, value));
        });
    }

    /** The schema that the value names through the mapping or by the name of a component. */
    Optional<LocatedNode> target(SchemaLocation location, String value) {
        return places.at(location).flatMap(schema -> target(schema, value));
    }

    /** The values that the mapping lists; empty when there is none, so that nobody can say which values exist. */
    List<String> mappedValues(SchemaLocation location) {
        return places.at(location)
                .flatMap(schema -> schema.member("discriminator"))
                .flatMap(discriminator -> discriminator.member("mapping"))
                .map(mapping -> List.copyOf(mapping.members().keySet()))
                .orElse(List.of());
    }

    Optional<LocatedNode> target(LocatedNode schema, String value) {
        Optional<String> mapped = schema.member("discriminator")
                .flatMap(discriminator -> discriminator.member("mapping"))
                .flatMap(mapping -> mapping.member(value))
                .map(LocatedNode::text);
        if (mapped.isEmpty()) {
            return component(value);
        }
        return Stream.of(mapped.get())
                .filter(name -> SCHEMA_NAME.matcher(name).matches())
                .flatMap(name -> component(name).stream())
                .findFirst()
                .or(() -> documents.target(schema, mapped.get()));
    }

    private Optional<LocatedNode> component(String name) {
        return description
                .member("components")
                .flatMap(components -> components.member("schemas"))
                .flatMap(schemas -> schemas.member(name))
                .flatMap(documents::dereference);
    }

    private boolean leadsTo(LocatedNode branch, LocatedNode target) {
        return documents
                .dereference(branch)
                .filter(end -> end.uri().equals(target.uri()) && end.pointer().equals(target.pointer()))
                .isPresent();
    }

    /** Inline schemas have no name; many say which value is theirs with {@code const} or {@code enum}. */
    private Optional<Integer> onlyBranchThatFixes(LocatedNode schema, List<LocatedNode> branches, String value) {
        String property = schema.member("discriminator")
                .flatMap(discriminator -> discriminator.member("propertyName"))
                .map(LocatedNode::text)
                .orElse("");
        List<Integer> fixing = IntStream.range(0, branches.size())
                .boxed()
                .filter(i -> fixes(branches.get(i), property, value))
                .toList();
        return fixing.size() == 1 ? Optional.of(fixing.get(0)) : Optional.empty();
    }

    private boolean fixes(LocatedNode branch, String property, String value) {
        return documents
                .dereference(branch)
                .flatMap(end -> end.member("properties"))
                .flatMap(properties -> properties.member(property))
                .flatMap(documents::dereference)
                .filter(member -> Stream.concat(
                                member.member("const").stream(),
                                member.member("enum").stream().flatMap(values -> values.items().stream()))
                        .anyMatch(fixed -> fixed.text().equals(value)))
                .isPresent();
    }
}
