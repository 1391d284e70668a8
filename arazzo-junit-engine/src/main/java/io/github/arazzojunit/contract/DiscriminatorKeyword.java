package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import io.github.arazzojunit.model.LocatedNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code discriminator} of a base schema: the value is held against the derived schema that it names too. Beside
 * {@code oneOf} and {@code anyOf} these choose ({@link UnionKeyword}).
 */
final class DiscriminatorKeyword extends AbstractKeyword {

    private final Discriminators discriminators;
    private final SchemaCompiler compiler;

    DiscriminatorKeyword(Discriminators discriminators, SchemaCompiler compiler) {
        super("discriminator");
        this.compiler = compiler;
        this.discriminators = discriminators;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode discriminator, Schema schema, SchemaContext context) {
        return new Validator(location, discriminator, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        private final boolean union;

        Validator(SchemaLocation location, JsonNode discriminator, Schema schema, SchemaContext context) {
            super(DiscriminatorKeyword.this, discriminator, location, schema, context);
            this.union = schema.getSchemaNode().has("oneOf")
                    || schema.getSchemaNode().has("anyOf");
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            JsonNode name = value.path(schemaNode.path("propertyName").asText());
            if (union || !name.isTextual()) {
                return;
            }
            SchemaLocation base = getParentSchema().getSchemaLocation();
            Optional<LocatedNode> derived = discriminators.target(base, name.textValue());
            if (derived.isEmpty()) {
                return;
            }
            // The derived schema contains its base, which comes back here for the same value.
            Set<Object> underWay = context.getCollectorContext().computeIfAbsent(this, key -> new HashSet<>());
            String visit = derived.get().uri() + "#" + derived.get().pointer() + " " + place;
            if (underWay.add(visit)) {
                compiler.compile(derived.get()).ifPresent(schema -> schema.validate(context, value, root, place));
                underWay.remove(visit);
            }
        }
    }
}
