package io.github.arazzojunit.runner;

/** Whether somebody wants the run to end. May be asked by any thread, at any time. */
@FunctionalInterface
public interface Cancellation {

    /** Nobody ever does. */
    Cancellation NEVER = () -> false;

    /** Once true, it stays true: nothing new is to start, and what goes on may come to its end. */
    boolean isRequested();
}
