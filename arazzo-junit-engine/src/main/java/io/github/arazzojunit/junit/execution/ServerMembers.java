package io.github.arazzojunit.junit.execution;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedFields;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.launch.Descriptions;
import io.github.arazzojunit.runner.TargetException;
import io.github.arazzojunit.target.SourceContainer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The members of a test class with {@link ArazzoServer}.
 *
 * @param urls by source name, those of the containers among them
 * @param descriptions where the servers give their descriptions, by source name
 * @param containers by source name, started
 */
record ServerMembers(Map<String, URI> urls, Map<String, URI> descriptions, Map<String, SourceContainer> containers) {

    /** Asks every member for its value, and starts what is a container; stops them again when one cannot be used. */
    static ServerMembers of(Class<?> testClass) {
        List<Field> fields = findAnnotatedFields(testClass, ArazzoServer.class);
        fields.forEach(field -> ClassMembers.requireStatic(field, "@ArazzoServer"));
        List<Method> methods = ClassMembers.methods(testClass, ArazzoServer.class, "@ArazzoServer", 0);
        Map<String, Member> seen = new HashMap<>();
        requireOneEach(fields, seen);
        requireOneEach(methods, seen);
        ServerMembers members = new ServerMembers(new HashMap<>(), new HashMap<>(), new HashMap<>());
        try {
            for (Field field : fields) {
                members.add(annotation(field), field, read(field));
            }
            for (Method method : methods) {
                members.add(annotation(method), method, ReflectionSupport.invokeMethod(method, null));
            }
        } catch (Throwable e) {
            members.close();
            throw e;
        }
        return members;
    }

    /** Stops the containers. */
    void close() {
        containers.values().forEach(SourceContainer::close);
    }

    private static <M extends AnnotatedElement & Member> ArazzoServer annotation(M member) {
        return findAnnotation(member, ArazzoServer.class).orElseThrow();
    }

    private static <M extends AnnotatedElement & Member> String source(M member) {
        return annotation(member).value();
    }

    private static <M extends AnnotatedElement & Member> void requireOneEach(
            List<M> members, Map<String, Member> seen) {
        for (M member : members) {
            Member other = seen.putIfAbsent(source(member), member);
            if (other != null) {
                throw new JUnitException(ClassMembers.describe(other) + " and " + ClassMembers.describe(member)
                        + " both have @ArazzoServer(\"" + source(member)
                        + "\"), so nobody knows where requests to that source go. Remove one of them.");
            }
        }
    }

    private void add(ArazzoServer server, Member member, @Nullable Object value) {
        addServer(server.value(), member, value);
        if (!server.description().isEmpty()) {
            try {
                descriptions.put(server.value(), Descriptions.locate(server.value(), server.description(), urls));
            } catch (IllegalArgumentException e) {
                throw new JUnitException(ClassMembers.describe(member) + ": " + e.getMessage(), e);
            }
        }
    }

    private void addServer(String source, Member member, @Nullable Object value) {
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
