package io.github.arazzojunit.target;

import org.jspecify.annotations.Nullable;

/** What can be known about Testcontainers without it. */
final class Testcontainers {

    private static final String CONTAINER = "org.testcontainers.containers.GenericContainer";

    private Testcontainers() {}

    static boolean isOnClassPath() {
        try {
            Class.forName(CONTAINER, false, Testcontainers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    static boolean isContainer(@Nullable Object object) {
        Class<?> type = object == null ? null : object.getClass();
        while (type != null && !type.getName().equals(CONTAINER)) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
