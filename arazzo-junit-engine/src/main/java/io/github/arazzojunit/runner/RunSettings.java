package io.github.arazzojunit.runner;

import java.time.Duration;
import java.util.Optional;

/**
 * What a user can decide about a run.
 *
 * @param successDefault verdict of a step without criteria
 * @param endOnFailurePasses whether {@code end} in {@code onFailure} leaves the workflow green (AMB-49)
 * @param responseContract for responses that violate the description
 * @param requestContract for requests that violate the description
 * @param undeclaredReads for reads of what a description does not declare; empty: they fail against made answers and
 *     are noted against all others
 * @param maxRetryDelay cap of {@code retryAfter} and {@code Retry-After} (AMB-51)
 * @param responseTimeout limit of an attempt whose step has no {@code timeout}
 * @param maxSteps step visits of one root workflow (AMB-77)
 * @param maxDepth nested workflow calls (STP-49)
 * @param maxDuration time of one root workflow (AMB-77)
 */
public record RunSettings(
        SuccessDefault successDefault,
        boolean endOnFailurePasses,
        ContractSettings responseContract,
        ContractSettings requestContract,
        Optional<ContractVerdict> undeclaredReads,
        Duration maxRetryDelay,
        Duration responseTimeout,
        int maxSteps,
        int maxDepth,
        Duration maxDuration) {

    /** When a step without criteria is successful (AMB-19). */
    public enum SuccessDefault {
        /** Any status from 200 to 299. */
        SUCCESSFUL_STATUS,
        /** Any status that the description documents. */
        DOCUMENTED,
        /** Any response at all. */
        ANY
    }

    /** What a message that violates its description means. */
    public enum ContractVerdict {
        /** The step fails, whatever its criteria say. */
        FAIL,
        /** The step gets a note. */
        WARN,
        /** Nothing is checked. */
        OFF
    }

    public static final RunSettings DEFAULT = new RunSettings(
            SuccessDefault.SUCCESSFUL_STATUS,
            false,
            ContractSettings.all(ContractVerdict.FAIL),
            ContractSettings.all(ContractVerdict.WARN),
            Optional.empty(),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            1000,
            32,
            Duration.ofMinutes(10));
}
