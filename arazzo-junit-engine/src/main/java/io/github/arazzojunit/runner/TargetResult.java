package io.github.arazzojunit.runner;

import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.source.SourceOperation;
import java.util.List;
import java.util.Optional;

/**
 * What came of executing a step's target once.
 *
 * @param scope what criteria, outputs and actions of the step read
 * @param violations of the description that have to fail the step
 * @param error why there is no result to judge
 * @param unanswerable whether nobody can answer the request as things stand, so that no action is to handle it
 */
record TargetResult(
        Scope scope,
        Optional<Exchange> exchange,
        Optional<SourceOperation> operation,
        Optional<String> error,
        List<String> violations,
        List<String> notes,
        boolean unanswerable) {

    TargetResult {
        violations = List.copyOf(violations);
        notes = List.copyOf(notes);
    }

    static TargetResult failed(Scope scope, String error, List<String> notes) {
        return new TargetResult(scope, Optional.empty(), Optional.empty(), Optional.of(error), List.of(), notes, false);
    }

    static TargetResult unanswerable(Scope scope, String error, List<String> notes) {
        return new TargetResult(scope, Optional.empty(), Optional.empty(), Optional.of(error), List.of(), notes, true);
    }
}
