package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A {@code oneOf} of named schemas. To the letter no value is allowed that two of them describe, and since many of them
 * require nothing, no value at all; no provider can mend that. So two are remarked on, and only none is an error, with
 * what separates the value from the nearest one.
 */
final class TypeChoice extends BaseKeywordValidator {

    private final List<Schema> branches;

    TypeChoice(Keyword keyword, SchemaLocation location, JsonNode branches, Schema schema, SchemaContext context) {
        super(keyword, branches, location, schema, context);
        this.branches = UnionKeyword.branches(location, branches, schema, context);
    }

    @Override
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
        List<Error> before = context.getErrors();
        List<List<Error>> failures = new ArrayList<>();
        List<Integer> matches = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            context.setErrors(new ArrayList<>());
            context.evaluationPathAddLast(i);
            branches.get(i).validate(context, value, root, place);
            context.evaluationPathRemoveLast();
            failures.add(context.getErrors());
            if (context.getErrors().isEmpty()) {
                matches.add(i);
            }
        }
        context.setErrors(before);
        if (matches.size() > 1) {
            String message = "the value suits more than one schema of the choice ("
                    + String.join(", ", matches.stream().map(this::name).toList())
                    + "), which are meant to exclude each other";
            SchemaRemarks.add(context, getKeyword(), place, getSchemaLocation(), message);
        } else if (matches.isEmpty() && branches.isEmpty()) {
            SchemaRemarks.add(
                    context, getKeyword(), place, getSchemaLocation(), "the choice is empty, so it says nothing");
        } else if (matches.isEmpty()) {
            addNearest(context, place, failures);
        }
    }

    private void addNearest(ExecutionContext context, NodePath place, List<List<Error>> failures) {
        List<Error> nearest =
                failures.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        String message = "suits none of the " + branches.size() + " schemas of the choice, not even "
                + name(failures.indexOf(nearest));
        context.addError(SchemaRemarks.error(context, getKeyword(), place, getSchemaLocation(), message));
        nearest.forEach(context::addError);
    }

    private String name(int branch) {
        String reference = schemaNode.get(branch).path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
