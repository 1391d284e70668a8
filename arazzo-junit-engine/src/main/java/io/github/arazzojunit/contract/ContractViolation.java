package io.github.arazzojunit.contract;

import io.github.arazzojunit.model.Position;

/**
 * A message that is not what its description promises.
 *
 * @param message what is wrong, with the actual value
 * @param position where the description says otherwise
 */
public record ContractViolation(String message, Position position) {

    @Override
    public String toString() {
        return message + " (" + position + ")";
    }
}
