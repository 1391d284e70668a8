package io.github.arazzojunit.junit.execution;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedFields;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.target.SourceContainer;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The members of a test class with {@link ArazzoServer}.
 *
 * @param urls by source name, those of the containers among them
 * @param containers by source name, started
 */
record ServerMembers(Map<String, URI> urls, Map<String, SourceContainer> containers) {

    /** Asks every member for its value, and starts what is a container; stops them again when one cannot be used. */
    static ServerMembers of(Class<?> testClass) {
        ServerMembers members = new ServerMembers(new HashMap<>(), new HashMap<>());
        try {
            for (Field field : findAnnotatedFields(testClass, ArazzoServer.class)) {
                ClassMembers.requireStatic(field, "@ArazzoServer");
                members.add(findAnnotation(field, ArazzoServer.class).orElseThrow(), field, read(field));
            }
            for (Method method : ClassMembers.methods(testClass, ArazzoServer.class, "@ArazzoServer", 0)) {
                members.add(
                        findAnnotation(method, ArazzoServer.class).orElseThrow(),
                        method,
                        ReflectionSupport.invokeMethod(method, null));
            }
        } catch (RuntimeException e) {
            members.containers.values().forEach(SourceContainer::close);
            throw e;
        }
        return members;
    }

    private void add(ArazzoServer annotation, Member member, @Nullable Object value) {
        String source = annotation.value();
        Optional<SourceContainer> container = SourceContainer.provided(source, ClassMembers.describe(member), value);
        if (container.isEmpty()) {
            urls.put(source, url(member, value));
            return;
        }
        try {
            urls.put(source, container.get().baseUrl());
            containers.put(source, container.get());
        } catch (TargetException e) {
            throw new JUnitException(e.getMessage());
        }
    }

    private static @Nullable Object read(Field field) {
        return ReflectionSupport.tryToReadFieldValue(field, null)
                .getOrThrow(e ->
                        new JUnitException(ClassMembers.describe(field) + " cannot be read: " + e.getMessage(), e));
    }

    private static URI url(Member member, @Nullable Object value) {
        if (value instanceof Integer port) {
            return URI.create("http://localhost:" + port);
        }
        if (value instanceof URI uri) {
            return uri;
        }
        if (value instanceof String text) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new JUnitException(ClassMembers.describe(member) + " gives '" + text + "', which is no URL.", e);
            }
        }
        throw new JUnitException(
                ClassMembers.describe(member) + " has @ArazzoServer and so has to give a String, a URI,"
                        + " an int with a port, or a GenericContainer of Testcontainers, not "
                        + (value == null ? "null" : value.getClass().getName()) + ".");
    }
}
