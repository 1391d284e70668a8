package io.github.arazzojunit.criterion;

import io.github.arazzojunit.criterion.jsonpath.JsonPathQuery;
import io.github.arazzojunit.criterion.jsonpath.JsonPathSyntaxException;
import io.github.arazzojunit.criterion.simple.ConditionSyntaxException;
import io.github.arazzojunit.criterion.simple.SimpleCondition;
import io.github.arazzojunit.expression.ExpressionSyntaxException;
import io.github.arazzojunit.expression.JsonPointers;
import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.expression.RuntimeExpressionParser;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.model.Criterion;
import io.github.arazzojunit.model.ExpressionType;
import io.github.arazzojunit.model.ExpressionType.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds what is wrong with conditions and selectors before anything runs (CRT-01..05, CRT-29, CRT-45, SEL-20..25). */
public final class ConditionChecker {

    private static final String FAILS = " The criterion would always fail.";
    private static final String SELECTOR_FAILS = " Evaluating the selector would fail.";

    private final List<ConditionProblem> problems = new ArrayList<>();

    private ConditionChecker() {}

    /** The problems of a criterion; those with an error severity make it fail whenever it is evaluated. */
    public static List<ConditionProblem> check(Criterion criterion) {
        ConditionChecker checker = new ConditionChecker();
        checker.criterion(criterion);
        return List.copyOf(checker.problems);
    }

    /** The problems of a selector or of the target of a replacement. */
    public static List<ConditionProblem> checkSelector(String selector, ExpressionType type) {
        ConditionChecker checker = new ConditionChecker();
        checker.selector(selector, type);
        return List.copyOf(checker.problems);
    }

    private void criterion(Criterion criterion) {
        Optional<LanguageVersion> version = LanguageVersion.of(criterion.type());
        if (criterion.condition().isBlank()) {
            error("condition-empty", "The condition is empty.", "Write a condition.", OptionalInt.empty());
        } else if (version.isEmpty()) {
            unsupported(criterion.type());
        } else if (version.get() == LanguageVersion.SIMPLE) {
            simple(criterion);
        } else if (version.get() == LanguageVersion.JSON_POINTER) {
            error(
                    "criterion-type",
                    "A criterion cannot be of type jsonpointer: a pointer has no truth value." + FAILS,
                    "Use jsonpath, or a simple condition such as $response.body#/id != null.",
                    OptionalInt.empty());
        } else {
            context(criterion);
            text(criterion.condition(), version.get());
        }
    }

    private void simple(Criterion criterion) {
        if (criterion.context().isPresent()) {
            problems.add(ConditionProblem.warning(
                    "context-ignored",
                    "The context " + criterion.context().get() + " is ignored, as the condition is of type simple.",
                    "Remove the context, or name the type that it is meant for."));
        }
        try {
            SimpleCondition.parse(criterion.condition()).lenientReadings().forEach(this::lenient);
        } catch (ConditionSyntaxException e) {
            boolean jsonPath = criterion.condition().startsWith("$.")
                    || criterion.condition().startsWith("$[");
            error(
                    "condition-syntax",
                    e.getMessage() + "." + FAILS,
                    jsonPath
                            ? "This looks like JSONPath: add type: jsonpath and a context such as $response.body."
                            : "Write expressions, literals and operators, as in $statusCode == 200.",
                    OptionalInt.of(e.index()));
        }
    }

    private void context(Criterion criterion) {
        if (criterion.context().isEmpty()) {
            error(
                    "context-missing",
                    "A condition of type " + criterion.type().language().fieldValue()
                            + " has no context to be applied to." + FAILS,
                    "Add a context such as $response.body.",
                    OptionalInt.empty());
            return;
        }
        try {
            RuntimeExpressionParser.parseContext(criterion.context().get())
                    .lenientReadings()
                    .forEach(this::lenient);
        } catch (ExpressionSyntaxException e) {
            error(
                    "context-syntax",
                    "The context " + e.getMessage() + "." + FAILS,
                    "Write one runtime expression without braces, such as $response.body.",
                    OptionalInt.of(e.index()));
        }
    }

    /** Texts with embedded expressions cannot be compiled before their values are known. */
    private void text(String condition, LanguageVersion version) {
        if (hasExpressions(condition)) {
            return;
        }
        try {
            problems.addAll(ContextCondition.compile(version, condition).remarks());
        } catch (UnusableConditionException e) {
            error(
                    "condition-syntax",
                    e.getMessage() + "." + FAILS,
                    remedy(version, condition, "Correct the condition."),
                    e.index());
        }
    }

    private void selector(String selector, ExpressionType type) {
        Optional<LanguageVersion> version = LanguageVersion.of(type);
        if (version.isEmpty()) {
            unsupported(type);
            return;
        }
        if (type.language() == Language.SIMPLE || type.language() == Language.REGEX) {
            error(
                    "selector-type",
                    "A selector cannot be of type " + type.language().fieldValue() + ".",
                    "Use jsonpointer, jsonpath or xpath.",
                    OptionalInt.empty());
            return;
        }
        if (hasExpressions(selector)) {
            return;
        }
        try {
            compileSelector(selector, version.get());
        } catch (JsonPathSyntaxException e) {
            error(
                    "selector-syntax",
                    e.getMessage() + "." + SELECTOR_FAILS,
                    remedy(version.get(), selector, "Correct the selector."),
                    OptionalInt.of(e.index()));
        } catch (UnusableConditionException e) {
            selectorSyntax(e.getMessage(), e.index());
        }
    }

    private void compileSelector(String selector, LanguageVersion version)
            throws JsonPathSyntaxException, UnusableConditionException {
        switch (version) {
            case JSONPATH_RFC_9535 -> JsonPathQuery.parse(selector);
            case JSONPATH_GOESSNER ->
                problems.addAll(GoessnerPath.compile(selector).remarks());
            case XPATH_10, XPATH_20, XPATH_30, XPATH_31 -> XPaths.compile(version, selector);
            default -> pointer(selector);
        }
    }

    private void pointer(String selector) {
        String pointer = Selectors.pointer(selector);
        if (!JsonPointers.isPointer(pointer)) {
            selectorSyntax("'" + selector + "' is no JSON Pointer", OptionalInt.of(0));
        } else if (!pointer.equals(selector)) {
            lenient(new LenientReading(
                    "pointer-with-fragment", "'#' before the pointer '" + pointer + "' is ignored", pointer));
        }
    }

    private boolean hasExpressions(String text) {
        Template template = Template.parse(text);
        template.lenientReadings().forEach(this::lenient);
        if (template.isWholeExpression()) {
            lenient(new LenientReading(
                    "expression-without-braces", "'" + text + "' is read as embedded expression", "{" + text + "}"));
        }
        return !template.isConstant();
    }

    private void unsupported(ExpressionType type) {
        error(
                "unsupported-version",
                "The " + LanguageVersion.unsupported(type) + ".",
                "Name a supported version, or leave it out for the default.",
                OptionalInt.empty());
    }

    private void selectorSyntax(String message, OptionalInt index) {
        error("selector-syntax", message + "." + SELECTOR_FAILS, "Correct the selector.", index);
    }

    private static String remedy(LanguageVersion version, String text, String otherwise) {
        return version == LanguageVersion.JSONPATH_RFC_9535
                ? JaywayForms.remedy(text).orElse(otherwise)
                : otherwise;
    }

    private void lenient(LenientReading reading) {
        problems.add(ConditionProblem.of(reading));
    }

    private void error(String rule, String message, String remedy, OptionalInt index) {
        problems.add(ConditionProblem.error(rule, message, remedy, index));
    }
}
