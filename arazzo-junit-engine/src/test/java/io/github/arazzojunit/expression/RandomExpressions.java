package io.github.arazzojunit.expression;

import io.github.arazzojunit.expression.RuntimeExpression.Origin;
import io.github.arazzojunit.expression.RuntimeExpression.Source;
import java.util.Optional;
import java.util.Random;

/** Makes expressions of the whole grammar, and texts that come near it. The same seed makes the same ones. */
final class RandomExpressions {

    private static final String ID = "abcXYZ019_-";
    private static final String IDENTIFIER = ID + "..";
    private static final String TOKEN = "aZ0!#$%&'*+-.^_`|~";
    private static final String FREE = "aZ0 .#/$'\"\\{}\n\u0000\u00e9\u4e2d";
    private static final String POINTER = "aZ0 .#$'\"\\\u00e9-[]@";
    private static final String[] PIECES = {
        "$",
        "{$",
        "}",
        "{",
        "inputs.",
        "steps.a.outputs.",
        "response.",
        "body",
        "header.",
        "statusCode",
        ".",
        "#/",
        "~",
        "~0",
        "[0]",
        "a",
        "b-c",
        " ",
        "\\u0041",
        "\"",
        "'",
        "\u0000",
        "\uD800",
        "\n",
        "&",
        "==",
        "(",
        ")",
        "|"
    };

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    RuntimeExpression expression() {
        return switch (random.nextInt(13)) {
            case 0 -> new RuntimeExpression.Url();
            case 1 -> new RuntimeExpression.Method();
            case 2 -> new RuntimeExpression.StatusCode();
            case 3 -> new RuntimeExpression.Self();
            case 4 -> new RuntimeExpression.Inputs(text(IDENTIFIER), pointer());
            case 5 -> new RuntimeExpression.Outputs(text(IDENTIFIER), pointer());
            case 6 -> new RuntimeExpression.StepOutput(text(ID), text(IDENTIFIER), pointer());
            case 7 -> new RuntimeExpression.WorkflowInput(text(ID), text(IDENTIFIER), pointer());
            case 8 -> new RuntimeExpression.WorkflowOutput(text(ID), text(IDENTIFIER), pointer());
            case 9 -> new RuntimeExpression.WorkflowStepOutput(text(ID), text(ID), text(IDENTIFIER), pointer());
            case 10 -> new RuntimeExpression.SourceDescriptionReference(text(ID), text(FREE));
            case 11 ->
                new RuntimeExpression.ComponentReference(
                        new String[] {"parameters", "successActions", "failureActions"}[random.nextInt(3)],
                        text(IDENTIFIER));
            default -> new RuntimeExpression.Message(Origin.values()[random.nextInt(3)], source());
        };
    }

    private Source source() {
        return switch (random.nextInt(5)) {
            case 0 -> new Source.Header(text(TOKEN));
            case 1 -> new Source.Query(text(FREE));
            case 2 -> new Source.Path(text(FREE));
            case 3 -> new Source.Body(pointer());
            default -> new Source.Payload(pointer());
        };
    }

    private Optional<String> pointer() {
        if (random.nextInt(3) == 0) {
            return Optional.empty();
        }
        StringBuilder pointer = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            pointer.append('/').append(random.nextBoolean() ? text(POINTER) : "~" + random.nextInt(2));
        }
        return Optional.of(pointer.toString());
    }

    /** Pieces of expressions and templates in any order. */
    String garbage() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Text of at least one character. */
    private String text(String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
