package io.github.arazzojunit.jupiter;

/** Throws what the engine would report. */
final class Thrown {

    private Thrown() {}

    /** For {@code throw}: assertion errors and aborted tests are unchecked anyway. */
    static RuntimeException unchecked(Throwable throwable) {
        if (throwable instanceof Error error) {
            throw error;
        }
        return throwable instanceof RuntimeException exception ? exception : new IllegalStateException(throwable);
    }
}
