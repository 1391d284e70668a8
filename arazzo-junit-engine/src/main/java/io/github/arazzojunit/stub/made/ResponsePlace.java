package io.github.arazzojunit.stub.made;

import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.RuntimeExpression;
import io.github.arazzojunit.expression.RuntimeExpression.Message;
import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The place of a response that an expression reads, the response taken as one value with the members {@link #BODY} and
 * {@link #HEADER}.
 *
 * @param length whether the number of items is meant, not the value
 */
record ResponsePlace(List<String> tokens, boolean length) {

    static final String BODY = "body";
    static final String HEADER = "header";
    private static final String LENGTH = ".length";

    /** Empty for a text that is no expression, or one that reads something else. */
    static Optional<ResponsePlace> of(String expression) {
        try {
            return of(RuntimeExpressionParser.parse(expression).expression());
        } catch (ExpressionSyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<ResponsePlace> of(RuntimeExpression expression) {
        if (!(expression instanceof Message message) || message.origin() != Origin.RESPONSE) {
            return Optional.empty();
        }
        if (message.source() instanceof Source.Header header) {
            return Optional.of(new ResponsePlace(List.of(HEADER, header.name().toLowerCase(Locale.ROOT)), false));
        } else if (message.source() instanceof Source.Body body) {
            return Optional.of(body(body.pointer().orElse("")));
        } else if (message.source() instanceof Source.BodyAccess access) {
            boolean length = access.path().endsWith(LENGTH);
            String path = length ? access.path().substring(0, access.path().length() - LENGTH.length()) : access.path();
            return Optional.of(new ResponsePlace(
                    body(new Source.BodyAccess(path).pointer()).tokens(), length));
        }
        return Optional.empty();
    }

    private static ResponsePlace body(String pointer) {
        List<String> tokens = new ArrayList<>(List.of(BODY));
        for (String token : JsonPointers.tokens(pointer)) {
            boolean items = token.matches(".*\\[\\d+].*");
            tokens.addAll(items ? JsonPointers.tokens(new Source.BodyAccess("." + token).pointer()) : List.of(token));
        }
        return new ResponsePlace(List.copyOf(tokens), false);
    }

    /** Whether an expression in the text reads anything of a response but its status. */
    static boolean isReadBy(RuntimeExpression expression) {
        return expression instanceof Message message && message.origin() == Origin.RESPONSE;
    }
}
