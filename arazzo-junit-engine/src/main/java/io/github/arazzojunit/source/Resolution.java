package io.github.arazzojunit.source;

import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import java.util.List;
import java.util.function.Function;

/**
 * What a reference in a document leads to.
 *
 * @param <T> what was looked for
 */
public sealed interface Resolution<T> {

    /**
     * The reference leads somewhere.
     *
     * @param findings warnings about the spelling
     */
    record Found<T>(T target, List<Finding> findings) implements Resolution<T> {

        public Found {
            findings = List.copyOf(findings);
        }

        @Override
        public <R> Resolution<R> then(Function<T, Resolution<R>> next) {
            return next.apply(target);
        }
    }

    /** The reference leads nowhere, or to more than one place. */
    record NotFound<T>(Finding finding) implements Resolution<T> {

        @Override
        public <R> Resolution<R> then(Function<T, Resolution<R>> next) {
            return new NotFound<>(finding);
        }
    }

    /** Goes on from what was found. */
    <R> Resolution<R> then(Function<T, Resolution<R>> next);

    static <T> Resolution<T> notFound(String rule, LocatedNode place, String message, String remedy) {
        return new NotFound<>(Finding.error(rule, place, message, remedy));
    }
}
