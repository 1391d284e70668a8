package io.github.arazzojunit.criterion.xpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.criterion.demand.Demand;
import io.github.arazzojunit.criterion.demand.Demand.Measure;
import io.github.arazzojunit.criterion.demand.Demands;
import io.github.arazzojunit.criterion.demand.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What simple XPath conditions ask of a value that is written as XML, its members as elements below the root element: a
 * path from the root, compared with a literal or not, and the number of elements with a path; several joined by
 * {@code and}. Nothing is known of all others.
 */
public final class XPathDemands {

    private static final String NAME = "[A-Za-z_][\\w.-]*";
    private static final String PATH = "/" + NAME + "(?<below>(?:/" + NAME + ")*(?:/@" + NAME + ")?)(?:/text\\(\\))?";
    private static final String LITERAL = "(?<literal>'[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?)";
    private static final Pattern CONDITION = Pattern.compile(
            "(?<count>count\\(\\s*)?" + PATH + "(?:\\s*\\))?(?:\\s*(?<operator>!?=|[<>]=?)\\s*" + LITERAL + ")?");

    private XPathDemands() {}

    /** @param negated so that the condition is false */
    public static Demands of(String condition, boolean negated) {
        List<Demands> parts = Stream.of(condition.split("\\s+and\\s+"))
                .map(part -> part(CONDITION.matcher(part.strip()), negated))
                .toList();
        if (parts.contains(Demands.NOTHING)) {
            return Demands.NOTHING;
        }
        return parts.stream().reduce(negated ? Demands::or : Demands::and).orElse(Demands.NOTHING);
    }

    private static Demands part(Matcher condition, boolean negated) {
        if (!condition.matches()) {
            return Demands.NOTHING;
        }
        List<String> place = Stream.of(condition.group("below").split("/"))
                .filter(name -> !name.isEmpty())
                .toList();
        String operator = condition.group("operator");
        boolean counts = condition.group("count") != null;
        Demand demand = operator == null
                ? Demand.present(List.of())
                : new Demand(
                        List.of(),
                        counts ? Measure.LENGTH : Measure.VALUE,
                        Relation.of(operator.equals("=") ? "==" : operator),
                        literal(condition.group("literal")),
                        false);
        Demands demands = Demands.of(negated ? demand.negated() : demand);
        return counts ? demands.under(place) : somewhere(place, demands);
    }

    /** An array repeats its element, so that any of its items will do. */
    private static Demands somewhere(List<String> place, Demands demands) {
        Demands all = demands.under(place);
        boolean attribute = !place.isEmpty() && place.get(place.size() - 1).startsWith("@");
        for (int i = attribute ? place.size() - 1 : place.size(); i > 0; i--) {
            List<String> item = new ArrayList<>(place);
            item.add(i, Demand.ANY);
            all = all.or(demands.under(item));
        }
        return all;
    }

    private static JsonNode literal(String text) {
        return text.startsWith("'") || text.startsWith("\"")
                ? TextNode.valueOf(text.substring(1, text.length() - 1))
                : DecimalNode.valueOf(new BigDecimal(text));
    }
}
