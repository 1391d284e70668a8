package io.github.arazzojunit.criterion;

import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.expression.Template;
import io.github.arazzojunit.expression.TemplateEscaping;

/** Puts the values of embedded expressions into conditions (CRT-70..72, AMB-47). */
final class Embedding {

    private Embedding() {}

    static String render(Template template, LanguageVersion version, Scope scope) throws UnusableConditionException {
        Evaluation text = template.render(scope, escaping(version)).text();
        if (text instanceof Evaluation.Value value) {
            return value.json().textValue();
        }
        throw new UnusableConditionException(
                text instanceof Evaluation.Missing missing ? missing.reason() : ((Evaluation.Error) text).reason());
    }

    /** Regular expressions take values raw: a fragment of a pattern stays one. */
    private static TemplateEscaping escaping(LanguageVersion version) {
        return switch (version) {
            case JSONPATH_RFC_9535, JSONPATH_GOESSNER -> TemplateEscaping.JSONPATH;
            case XPATH_20, XPATH_30, XPATH_31 -> TemplateEscaping.XPATH;
            case XPATH_10 -> TemplateEscaping.XPATH_10;
            case SIMPLE, REGEX, JSON_POINTER -> TemplateEscaping.NONE;
        };
    }
}
