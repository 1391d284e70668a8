package io.github.arazzojunit.contract;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/**
 * What one validation finds wrong with the schemas themselves. They are kept apart from the errors of the library: the
 * value may well be right, so they must not decide which branch of a union counts.
 */
final class SchemaRemarks {

    private static final Object KEY = SchemaRemarks.class;

    private final List<Error> remarks = new ArrayList<>();

    /** Collects what is added during the validation with this context. */
    static SchemaRemarks collect(ExecutionContext context) {
        SchemaRemarks remarks = new SchemaRemarks();
        context.getCollectorContext().put(KEY, remarks);
        return remarks;
    }

    static void add(ExecutionContext context, String keyword, NodePath place, SchemaLocation location, String message) {
        SchemaRemarks collected = context.getCollectorContext().get(KEY);
        if (collected != null) {
            collected.remarks.add(error(context, keyword, place, location, message));
        }
    }

    List<Error> all() {
        return remarks;
    }

    static Error error(
            ExecutionContext context, String keyword, NodePath place, SchemaLocation location, String message) {
        return Error.builder()
                .keyword(keyword)
                .instanceLocation(place)
                .schemaLocation(location)
                .evaluationPath(context.getEvaluationPath())
                .message(message)
                .build();
    }
}
