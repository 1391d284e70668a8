package io.github.arazzojunit.launch;

/** Throws what the engine would report. */
public final class Thrown {

    private Thrown() {}

    /** For {@code throw}; the throwable itself, also a checked one, as it came from a method of the user. */
    public static RuntimeException unchecked(Throwable throwable) {
        return Thrown.<RuntimeException>sneak(throwable);
    }

    @SuppressWarnings("unchecked") // the cast is erased, which is what lets a checked one pass
    private static <T extends Throwable> RuntimeException sneak(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
