package io.github.arazzojunit.stub.data;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.stub.data.Choice.Branch;
import io.github.arazzojunit.stub.data.Choice.Union;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/** Reads what a set of schemas says about one value; a new one for each value. */
final class ConstraintReader {

    private final SchemaResolver resolver;
    private final Choice choice;
    private final Constraints constraints = new Constraints();
    private final Set<String> seen = new HashSet<>();

    private ConstraintReader(SchemaResolver resolver, Choice choice) {
        this.resolver = resolver;
        this.choice = choice;
    }

    static Constraints read(SchemaResolver resolver, Choice choice) throws UnsatisfiableException {
        ConstraintReader reader = new ConstraintReader(resolver, choice);
        choice.fixed().forEach(reader.constraints::fix);
        for (LocatedNode schema : choice.schemas()) {
            LocatedNode entry = reader.target(schema);
            reader.constraints.addEntry(key(entry));
            reader.add(schema, schemaName(entry));
        }
        return reader.constraints;
    }

    /** @param name of the schema that was asked for, which a discriminator further inside calls by this name */
    private void add(LocatedNode schema, String name) throws UnsatisfiableException {
        if (schema.value().isBoolean() && !schema.value().booleanValue()) {
            throw new UnsatisfiableException(schema, "the schema allows no value");
        }
        if (!schema.isObject() || !seen.add(key(schema))) {
            return;
        }
        if (schema.member("$ref").isPresent()) {
            add(target(schema), name);
        }
        constraints.add(schema);
        if (schema.member("allOf").isPresent()) {
            for (LocatedNode branch : schema.member("allOf").get().items()) {
                if (resolver.dereference(branch).isPresent()) {
                    add(branch, name);
                }
            }
        }
        addUnion(schema, "oneOf");
        addUnion(schema, "anyOf");
        addConditional(schema);
        if (schema.member("oneOf").isEmpty() && schema.member("anyOf").isEmpty()) {
            addDerived(schema, name);
        }
    }

    private LocatedNode target(LocatedNode schema) throws UnsatisfiableException {
        return resolver.dereference(schema)
                .orElseThrow(() -> new UnsatisfiableException(schema, "the reference leads nowhere"));
    }

    private void addUnion(LocatedNode schema, String keyword) {
        String key = key(schema) + "/" + keyword;
        List<LocatedNode> schemas =
                schema.member(keyword).map(LocatedNode::items).orElse(List.of());
        if (schemas.isEmpty() || choice.decided().contains(key)) {
            return;
        }
        Optional<String> discriminator = discriminator(schema);
        List<Branch> branches = schemas.stream()
                .sorted(Comparator.comparing(ConstraintReader::isNull))
                .map(branch -> new Branch(List.of(branch), discriminator.flatMap(member -> branchName(schema, branch))))
                .toList();
        constraints.addUnion(new Union(key, discriminator.orElse(""), branches));
    }

    private static boolean isNull(LocatedNode branch) {
        return branch.value().path("type").asText().equals("null");
    }

    private void addConditional(LocatedNode schema) {
        String key = key(schema) + "/if";
        Optional<LocatedNode> condition = schema.member("if");
        if (condition.isEmpty() || choice.decided().contains(key)) {
            return;
        }
        List<LocatedNode> met = new ArrayList<>(List.of(condition.get()));
        schema.member("then").ifPresent(met::add);
        List<LocatedNode> unmet = schema.member("else").stream().toList();
        constraints.addUnion(
                new Union(key, "", List.of(new Branch(met, Optional.empty()), new Branch(unmet, Optional.empty()))));
    }

    private static Optional<String> discriminator(LocatedNode schema) {
        return schema.member("discriminator")
                .flatMap(discriminator -> discriminator.member("propertyName"))
                .map(LocatedNode::text);
    }

    /** An inline branch has no name; its own {@code const} or {@code enum} gives the member its value. */
    private static Optional<String> branchName(LocatedNode schema, LocatedNode branch) {
        return branch.member("$ref").map(reference -> nameFor(schema, lastSegment(reference.text())));
    }

    /** How the discriminator calls a schema: the key of the mapping, otherwise its name. */
    private static String nameFor(LocatedNode schema, String schemaName) {
        return mapping(schema).stream()
                .filter(entry -> lastSegment(entry.getValue().text()).equals(schemaName))
                .map(Entry::getKey)
                .findFirst()
                .orElse(schemaName);
    }

    private static List<Entry<String, LocatedNode>> mapping(LocatedNode schema) {
        return schema.member("discriminator")
                .flatMap(discriminator -> discriminator.member("mapping"))
                .map(mapping -> List.copyOf(mapping.members().entrySet()))
                .orElse(List.of());
    }

    /** A base schema with a discriminator: the value is of the derived schema that was asked for, or of the first. */
    private void addDerived(LocatedNode schema, String name) throws UnsatisfiableException {
        Optional<String> member = discriminator(schema);
        if (member.isEmpty()) {
            return;
        }
        boolean isBase = schemaName(schema).equals(name);
        Optional<Entry<String, LocatedNode>> first = mapping(schema).stream().findFirst();
        if (!isBase || first.isEmpty()) {
            constraints.fix(member.get(), TextNode.valueOf(nameFor(schema, name)));
            return;
        }
        String reference = first.get().getValue().text();
        String full = reference.matches("[A-Za-z0-9._-]+") && !reference.contains("/")
                ? "#/components/schemas/" + reference
                : reference;
        Optional<LocatedNode> derived = resolver.target(schema, full).or(() -> resolver.target(schema, reference));
        constraints.fix(member.get(), TextNode.valueOf(first.get().getKey()));
        if (derived.isPresent()) {
            add(derived.get(), lastSegment(reference));
        }
    }

    private static String schemaName(LocatedNode schema) {
        return lastSegment(schema.pointer());
    }

    private static String lastSegment(String reference) {
        return reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1);
    }

    private static String key(LocatedNode schema) {
        return schema.uri() + "#" + schema.pointer();
    }
}
