package io.github.arazzojunit.launch;

import org.slf4j.LoggerFactory;

/**
 * Libraries of the engine log through SLF4J, whose first user prints three lines where a module has no logging; nobody
 * who runs documents can do anything with them. Where there is logging, nothing changes.
 */
public final class QuietLogging {

    private static final String PROVIDER = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private static boolean begun;

    private QuietLogging() {}

    /** Lets SLF4J look for logging without a word when there is none. */
    public static synchronized void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (LoggerFactory.class.getClassLoader().getResource(PROVIDER) != null
                || System.getProperty(VERBOSITY) != null) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        LoggerFactory.getILoggerFactory();
    }
}
