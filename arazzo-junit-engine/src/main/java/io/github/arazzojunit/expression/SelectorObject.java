package io.github.arazzojunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * A Selector Object that passed the test of AMB-27: exactly the fields {@code context}, {@code selector} and a valid
 * {@code type}, apart from extensions.
 */
public record SelectorObject(ParsedExpression context, String selector, ExpressionType type) {

    private static final Set<String> FIELDS = Set.of("context", "selector", "type");

    /** The selector that a value is, empty for every other value. */
    public static Optional<SelectorObject> of(JsonNode value) {
        return hasOtherFields(value) ? Optional.empty() : ofOutput(value);
    }

    /** As {@link #of}, where no literal may stand instead: fields that a selector does not have are ignored (AMB-75). */
    public static Optional<SelectorObject> ofOutput(JsonNode value) {
        if (!value.isObject()
                || !FIELDS.stream().allMatch(value::has)
                || !value.get("context").isTextual()
                || !value.get("selector").isTextual()) {
            return Optional.empty();
        }
        Optional<ExpressionType> type = type(value.get("type"));
        try {
            ParsedExpression context =
                    RuntimeExpressionParser.parseContext(value.get("context").textValue());
            return type.map(
                    known -> new SelectorObject(context, value.get("selector").textValue(), known));
        } catch (ExpressionSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a value is a Selector Object even if its context cannot be used: it is never data then. */
    static boolean hasShape(JsonNode value) {
        return value.isObject()
                && FIELDS.stream().allMatch(value::has)
                && !hasOtherFields(value)
                && type(value.get("type")).isPresent();
    }

    private static boolean hasOtherFields(JsonNode object) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name) && !name.startsWith("x-")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<ExpressionType> type(JsonNode type) {
        if (type.isTextual()) {
            return language(type.textValue()).map(language -> new ExpressionType(language, Optional.empty()));
        }
        JsonNode version = type.path("version");
        if (!type.path("type").isTextual() || !version.isMissingNode() && !version.isTextual()) {
            return Optional.empty();
        }
        return language(type.get("type").textValue())
                .map(language -> new ExpressionType(language, Optional.ofNullable(version.textValue())));
    }

    private static Optional<Language> language(String name) {
        return switch (name) {
            case "jsonpath" -> Optional.of(Language.JSONPATH);
            case "xpath" -> Optional.of(Language.XPATH);
            case "jsonpointer" -> Optional.of(Language.JSONPOINTER);
            default -> Optional.empty();
        };
    }
}
