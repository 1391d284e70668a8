package io.github.arazzojunit.runner;

/**
 * Is told what happens in a run. Implementations registered with the {@link java.util.ServiceLoader} are told about all
 * runs; with parallel execution on several threads at once, the events of one root workflow on one thread.
 */
@FunctionalInterface
public interface RunListener {

    void onEvent(RunEvent event);
}
