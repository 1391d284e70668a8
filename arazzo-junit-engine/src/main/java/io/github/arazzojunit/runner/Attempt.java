package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.arazzojunit.criterion.CriterionResult;
import io.github.arazzojunit.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * One execution of a step's target.
 *
 * @param number counts from 1
 * @param successful whether the success criteria, or the default without criteria, are met
 * @param exchange the request and response; of a workflow call: the last one of the called workflow
 * @param criteria one result for each success criterion; empty when the target could not be executed
 * @param outputs of the step, as far as they have a value
 * @param error why the target could not be executed, or what failed without a criterion
 * @param violations of the description, of those that have to fail the step
 * @param notes missing values, lenient readings, defaults that were applied
 */
public record Attempt(
        int number,
        boolean successful,
        Optional<Exchange> exchange,
        List<CriterionResult> criteria,
        ObjectNode outputs,
        Optional<String> error,
        List<String> violations,
        List<String> notes) {

    public Attempt {
        criteria = List.copyOf(criteria);
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
    }
}
