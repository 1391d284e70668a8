package io.github.arazzojunit.model;

/**
 * A Selector Object: a part of a structured value (SEL-01).
 *
 * @param context runtime expression that yields the value
 * @param selector query in the language of the type
 * @param type JSONPath, XPath or JSON Pointer
 */
public record Selector(String context, String selector, ExpressionType type, LocatedNode source) {}
