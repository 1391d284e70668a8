package io.github.arazzojunit.criterion.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.criterion.demand.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What queries and logical expressions ask of a document. What they ask of places that cannot be named beforehand, such
 * as all descendants, is left out.
 */
final class QueryDemands {

    /** Where a query leads, and what its filters ask on the way. */
    private record Target(List<String> place, Demands filters, Optional<List<String>> collection) {}

    private QueryDemands() {}

    /** So that the query selects something, or nothing. */
    static Demands existence(Query query, List<String> current, boolean negated) {
        Optional<Target> target = target(query, current);
        if (target.isEmpty()) {
            return Demands.NOTHING;
        }
        List<String> place = target.get().place();
        if (target.get().collection().isPresent()) {
            List<String> collection = target.get().collection().get();
            return negated
                    ? length(collection, Relation.EQUAL, 0)
                    : target.get().filters().and(Demands.of(Demand.present(place)));
        }
        Demand present = Demand.present(place);
        return negated ? Demands.of(present.negated()) : target.get().filters().and(Demands.of(present));
    }

    /** So that the expression is true, or false. */
    static Demands of(LogicalExpression expression, List<String> current, boolean negated) {
        if (expression instanceof LogicalExpression.Not not) {
            return of(not.negated(), current, !negated);
        } else if (expression instanceof LogicalExpression.Or or) {
            return combined(or.alternatives(), current, negated, negated);
        } else if (expression instanceof LogicalExpression.And and) {
            return combined(and.conditions(), current, negated, !negated);
        } else if (expression instanceof LogicalExpression.Existence existence) {
            return existence(existence.query(), current, negated);
        } else if (expression instanceof LogicalExpression.Comparison comparison) {
            return comparison(comparison, current, negated);
        }
        return pattern((LogicalExpression.RegexpTest) expression, current, negated);
    }

    private static Demands combined(
            List<LogicalExpression> parts, List<String> current, boolean negated, boolean conjunction) {
        Demands all = conjunction ? Demands.NOTHING : Demands.IMPOSSIBLE;
        for (LogicalExpression part : parts) {
            Demands one = of(part, current, negated);
            all = conjunction ? all.and(one) : all.or(one);
        }
        return all;
    }

    private static Demands comparison(LogicalExpression.Comparison comparison, List<String> current, boolean negated) {
        Relation relation = Relation.of(comparison.operator().symbol());
        if (comparison.right() instanceof ValueExpression.Literal literal) {
            return compared(comparison.left(), relation, literal.value(), current, negated);
        }
        if (comparison.left() instanceof ValueExpression.Literal literal) {
            return compared(comparison.right(), relation.mirrored(), literal.value(), current, negated);
        }
        return Demands.NOTHING;
    }

    private static Demands compared(
            ValueExpression left, Relation relation, JsonNode operand, List<String> current, boolean negated) {
        if (left instanceof ValueExpression.SingularQuery singular) {
            return at(singular.query(), Measure.VALUE, relation, operand, current, negated);
        } else if (left instanceof ValueExpression.Value value) {
            return at(value.argument(), Measure.VALUE, relation, operand, current, negated);
        } else if (left instanceof ValueExpression.LengthMember member) {
            return at(member.owner(), Measure.LENGTH, relation, operand, current, negated);
        } else if (left instanceof ValueExpression.Length length
                && length.argument() instanceof ValueExpression.SingularQuery singular) {
            return at(singular.query(), Measure.LENGTH, relation, operand, current, negated);
        } else if (left instanceof ValueExpression.Count count) {
            return count(count.argument(), relation, operand, current, negated);
        }
        return Demands.NOTHING;
    }

    private static Demands at(
            Query query, Measure measure, Relation relation, JsonNode operand, List<String> current, boolean negated) {
        return target(query, current)
                .map(target -> {
                    Demand demand = new Demand(target.place(), measure, relation, operand, false);
                    return target.filters().and(Demands.of(negated ? demand.negated() : demand));
                })
                .orElse(Demands.NOTHING);
    }

    /** The number of nodes that a query selects: of a singular one it says whether there is a node. */
    private static Demands count(
            Query query, Relation relation, JsonNode operand, List<String> current, boolean negated) {
        Optional<Target> target = target(query, current);
        if (target.isEmpty()) {
            return Demands.NOTHING;
        }
        if (target.get().collection().isPresent()) {
            Demand length = new Demand(target.get().collection().get(), Measure.LENGTH, relation, operand, false);
            return target.get().filters().and(Demands.of(negated ? length.negated() : length));
        }
        Demand one = new Demand(List.of(), Measure.VALUE, relation, operand, false);
        boolean wanted = one.test(IntNode.valueOf(1)) != negated;
        boolean absent = one.test(IntNode.valueOf(0)) != negated;
        Demand present = Demand.present(target.get().place());
        Demands demands = wanted ? Demands.of(present) : Demands.IMPOSSIBLE;
        return absent ? demands.or(Demands.of(present.negated())) : demands;
    }

    private static Demands pattern(LogicalExpression.RegexpTest test, List<String> current, boolean negated) {
        if (!(test.text() instanceof ValueExpression.SingularQuery singular)
                || !(test.pattern() instanceof ValueExpression.Literal literal)) {
            return Demands.NOTHING;
        }
        Relation relation = negated ? Relation.MISMATCHES : Relation.MATCHES;
        return at(singular.query(), Measure.VALUE, relation, literal.value(), current, false);
    }

    private static Demands length(List<String> place, Relation relation, int operand) {
        return Demands.of(new Demand(place, Measure.LENGTH, relation, IntNode.valueOf(operand), false));
    }

    private static Optional<Target> target(Query query, List<String> current) {
        List<String> place = new ArrayList<>(query.origin() == Query.Origin.CURRENT ? current : List.of());
        Demands filters = Demands.NOTHING;
        Optional<List<String>> collection = Optional.empty();
        for (Segment segment : query.segments()) {
            if (segment.reach() == Segment.Reach.DESCENDANT) {
                return Optional.empty();
            }
            Selector selector = segment.selectors().get(0);
            collection = selector.isSingular() ? Optional.empty() : Optional.of(List.copyOf(place));
            if (selector instanceof Selector.Name name) {
                place.add(name.name());
            } else if (selector instanceof Selector.Index index && index.index() >= 0) {
                place.add(Long.toString(index.index()));
            } else {
                place.add(Demand.ANY);
            }
            if (selector instanceof Selector.Filter filter) {
                filters = filters.and(of(filter.expression(), List.copyOf(place), false));
            }
        }
        return Optional.of(new Target(List.copyOf(place), filters, collection));
    }
}
