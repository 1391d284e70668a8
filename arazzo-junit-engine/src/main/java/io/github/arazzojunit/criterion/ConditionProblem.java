package io.github.arazzojunit.criterion;

import io.github.arazzojunit.expression.LenientReading;
import io.github.arazzojunit.model.Finding.Severity;
import java.util.OptionalInt;

/**
 * What is wrong or unusual about a condition or selector, seen without running it.
 *
 * @param severity an error when there is no reading at all; a warning is an error in strict validation
 * @param rule stable id in kebab case
 * @param message what is wrong, and what it means for the run
 * @param remedy what to do about it
 * @param index the offending character of the text, counted from 0, where there is one
 */
public record ConditionProblem(Severity severity, String rule, String message, String remedy, OptionalInt index) {

    static ConditionProblem error(String rule, String message, String remedy, OptionalInt index) {
        return new ConditionProblem(Severity.ERROR, rule, message, remedy, index);
    }

    static ConditionProblem warning(String rule, String message, String remedy) {
        return new ConditionProblem(Severity.WARNING, rule, message, remedy, OptionalInt.empty());
    }

    static ConditionProblem of(LenientReading reading) {
        return warning(reading.rule(), reading.message() + ".", "Write " + reading.conformingSpelling() + " instead.");
    }
}
