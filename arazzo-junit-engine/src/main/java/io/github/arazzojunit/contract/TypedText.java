package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.model.LocatedNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives the text of a header or parameter, which knows no types, the type that its schema asks for. */
final class TypedText {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private TypedText() {}

    /**
     * The value of a text; text that does not look like the type stays text, so that validation reports it.
     *
     * @param schema no reference
     */
    static JsonNode of(String text, LocatedNode schema) {
        Optional<LocatedNode> type = schema.member("type");
        boolean number = is(type, "integer") || is(type, "number");
        if (number && NUMBER.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text);
            return value.scale() <= 0
                    ? JsonNodeFactory.instance.numberNode(value.toBigInteger())
                    : DecimalNode.valueOf(value);
        }
        if (is(type, "boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (is(type, "array")) {
            var items = JsonNodeFactory.instance.arrayNode();
            LocatedNode itemSchema = schema.member("items").orElse(schema);
            for (String item : text.split(",", -1)) {
                items.add(itemSchema == schema ? TextNode.valueOf(item.strip()) : of(item.strip(), itemSchema));
            }
            return items;
        }
        return TextNode.valueOf(text);
    }

    private static boolean is(Optional<LocatedNode> type, String name) {
        return type.filter(found -> found.isText()
                        ? found.text().equals(name)
                        : found.items().stream().anyMatch(item -> item.text().equals(name)))
                .isPresent();
    }
}
