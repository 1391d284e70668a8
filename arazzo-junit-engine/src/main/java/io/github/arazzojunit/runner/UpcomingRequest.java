package io.github.arazzojunit.runner;

import io.github.arazzojunit.document.Branch;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.source.SourceOperation;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request that is about to be sent, for targets that prepare an answer to it.
 *
 * @param attempt counts the attempts of the visit from 1
 * @param settings of the run, which decide what a step without criteria needs
 * @param branch the failure action that the step is to take
 * @param after what the step's criteria, outputs and actions would read after a given response
 */
public record UpcomingRequest(
        StepVisit visit,
        int attempt,
        SourceOperation operation,
        PreparedRequest request,
        RunSettings settings,
        Optional<Branch> branch,
        Function<HttpResponse, Scope> after) {}
