package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatValidator;
import com.networknt.schema.path.NodePath;

/**
 * {@code uri} and {@code iri}. Many descriptions say so of what may be relative, such as the {@code instance} of RFC
 * 9457, so that a relative reference is only remarked.
 *
 * @param absolute the format itself
 * @param relative the format that allows relative references too
 */
record ReferenceFormat(Format absolute, Format relative) implements Format {

    @Override
    public String getName() {
        return absolute.getName();
    }

    @Override
    public String getMessageKey() {
        return absolute.getMessageKey();
    }

    @Override
    public boolean matches(
            ExecutionContext context,
            SchemaContext schemaContext,
            JsonNode value,
            JsonNode root,
            NodePath place,
            boolean assertion,
            FormatValidator validator) {
        if (!value.isTextual() || absolute.matches(context, schemaContext, value)) {
            return true;
        }
        boolean accepted = !value.textValue().isEmpty() && relative.matches(context, schemaContext, value);
        if (accepted) {
            SchemaRemarks.add(
                    context,
                    validator.getKeyword(),
                    place,
                    validator.getSchemaLocation(),
                    "'" + value.textValue() + "' is a relative reference, while '" + getName()
                            + "' means an absolute one; '" + relative.getName() + "' would allow both");
        }
        return accepted;
    }
}
