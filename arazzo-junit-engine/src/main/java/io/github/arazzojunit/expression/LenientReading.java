package io.github.arazzojunit.expression;

/**
 * A spelling outside the grammar that was read nevertheless; strict validation makes an error of it.
 *
 * @param rule stable id in kebab case
 * @param message what was written and how it is read
 * @param conformingSpelling what to write instead
 */
public record LenientReading(String rule, String message, String conformingSpelling) {}
