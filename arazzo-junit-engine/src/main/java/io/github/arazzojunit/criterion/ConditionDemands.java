package io.github.arazzojunit.criterion;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.criterion.demand.Relation;
import io.github.arazzojunit.criterion.jsonpath.JsonPathCondition;
import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.criterion.xpath.XPathDemands;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.model.ExpressionType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What conditions and selectors that are applied to a context ask of it. */
public final class ConditionDemands {

    private static final Pattern ROOT_FILTER = Pattern.compile("\\$\\[\\?\\s*(.*)]");

    private ConditionDemands() {}

    /**
     * What the context needs so that a condition is true; nothing where that cannot be told.
     *
     * @param negated so that it is false
     */
    public static Demands of(String condition, ExpressionType type, boolean negated) {
        return switch (type.language()) {
            case REGEX ->
                Demands.of(new Demand(
                        List.of(),
                        Measure.VALUE,
                        negated ? Relation.MISMATCHES : Relation.MATCHES,
                        TextNode.valueOf(condition),
                        false));
            case JSONPATH ->
                type.version().filter(version -> version.startsWith("draft")).isPresent()
                        ? draft(condition, negated)
                        : jsonPath(condition, negated);
            case JSONPOINTER -> pointer(condition);
            case XPATH -> XPathDemands.of(condition, negated);
            case SIMPLE -> Demands.NOTHING;
        };
    }

    /** A filter of the draft tests an object itself, where one of RFC 9535 tests its members. */
    private static Demands draft(String condition, boolean negated) {
        Demands ofMembers = jsonPath(condition, negated);
        Matcher filter = ROOT_FILTER.matcher(condition);
        if (!filter.matches()) {
            return ofMembers;
        }
        try {
            return JsonPathCondition.parse(filter.group(1).replace('@', '$'))
                    .demands(negated)
                    .or(ofMembers);
        } catch (JsonPathSyntaxException e) {
            return ofMembers;
        }
    }

    private static Demands jsonPath(String condition, boolean negated) {
        try {
            return JsonPathQuery.parse(condition).demands(negated);
        } catch (JsonPathSyntaxException noQuery) {
            try {
                return JsonPathCondition.parse(condition).demands(negated);
            } catch (JsonPathSyntaxException noCondition) {
                return pointer(condition);
            }
        }
    }

    private static Demands pointer(String text) {
        String pointer = Selectors.pointer(text);
        return JsonPointers.isPointer(pointer)
                ? Demands.of(Demand.present(JsonPointers.tokens(pointer)))
                : Demands.NOTHING;
    }
}
