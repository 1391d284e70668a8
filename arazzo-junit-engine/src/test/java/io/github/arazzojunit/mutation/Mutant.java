package io.github.arazzojunit.mutation;

import io.github.arazzojunit.http.HttpResponse;
import java.util.Optional;

/**
 * An answer that is wrong in one place, or only different.
 *
 * @param operator what was done
 * @param place pointer of the changed value, or the part of the answer
 * @param allowed why the description allows it all the same; empty when it does not
 * @param member the name of the changed member, for the question who reads it
 */
record Mutant(String operator, String place, HttpResponse response, Optional<String> allowed, Optional<String> member) {

    @Override
    public String toString() {
        return operator + " " + place;
    }
}
