package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;

/**
 * {@code $ref}; one that leads nowhere allows every value and leaves the rest of the schema as it is, because large
 * descriptions have such references. The library decides what a reference leads to, as {@code $id} and anchors count.
 */
final class ReferenceKeyword extends AbstractKeyword {

    private static final Object KEY = ReferenceKeyword.class;

    private final Keyword ordinary;

    ReferenceKeyword(Keyword ordinary) {
        super(ordinary.getValue());
        this.ordinary = ordinary;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode reference, Schema schema, SchemaContext context) throws Exception {
        return new Validator(location, reference, schema, context);
    }

    private final class Validator extends BaseKeywordValidator {

        private final KeywordValidator validator;

        Validator(SchemaLocation location, JsonNode reference, Schema schema, SchemaContext context) throws Exception {
            super(ReferenceKeyword.this, reference, location, schema, context);
            this.validator = ordinary.newValidator(location, reference, schema, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            if (leadsSomewhere()) {
                follow(context, value, root, place);
            } else {
                String message =
                        "the reference '" + schemaNode.asText() + "' leads nowhere, so every value is allowed here";
                SchemaRemarks.add(context, getKeyword(), place, getSchemaLocation(), message);
            }
        }

        /** A base may choose among schemas that extend it: met again for the same value, a reference says nothing new. */
        private void follow(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            Set<String> underWay = underWay(context);
            String here = getSchemaLocation() + " " + place;
            if (underWay.add(here)) {
                validator.validate(context, value, root, place);
                underWay.remove(here);
            } else if (isBehindReference(context.getEvaluationPath())) {
                String message = "the reference '" + schemaNode.asText()
                        + "' refers to itself without end, so it says nothing more here";
                SchemaRemarks.add(context, getKeyword(), place, getSchemaLocation(), message);
            }
        }

        /** Nothing but references in between: the schema says nothing at all. */
        private boolean isBehindReference(NodePath path) {
            return path.getNameCount() > 1
                    && getKeyword().equals(path.getName(path.getNameCount() - 1))
                    && getKeyword().equals(path.getName(path.getNameCount() - 2));
        }

        private static Set<String> underWay(ExecutionContext context) {
            Set<String> known = context.getCollectorContext().get(KEY);
            if (known != null) {
                return known;
            }
            Set<String> first = new HashSet<>();
            context.getCollectorContext().put(KEY, first);
            return first;
        }

        private boolean leadsSomewhere() {
            try {
                return !(validator instanceof RefValidator known)
                        || known.getSchemaRef().getSchema() != null;
            } catch (SchemaException e) {
                return false;
            }
        }
    }
}
