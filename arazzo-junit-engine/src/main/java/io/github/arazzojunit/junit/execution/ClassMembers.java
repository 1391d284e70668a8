package io.github.arazzojunit.junit.execution;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedFields;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.github.arazzojunit.ArazzoInputs;
import io.github.arazzojunit.ArazzoRequest;
import io.github.arazzojunit.ArazzoServer;
import io.github.arazzojunit.http.RequestCustomizers;
import io.github.arazzojunit.launch.Contributions;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What a test class contributes through its annotated static members.
 *
 * @param servers base URLs by source name
 * @param inputs methods that give the inputs of a workflow, by workflow id
 * @param requests methods that customize each request
 */
record ClassMembers(Map<String, URI> servers, Map<String, Method> inputs, List<Method> requests) {

    /**
     * Reads a class; asks for the servers at once.
     *
     * @throws JUnitException when a member cannot be used; the message says what it should be
     */
    static ClassMembers of(Class<?> testClass) {
        Map<String, URI> servers = new HashMap<>();
        for (Field field : findAnnotatedFields(testClass, ArazzoServer.class)) {
            ArazzoServer annotation = findAnnotation(field, ArazzoServer.class).orElseThrow();
            requireStatic(field, "@ArazzoServer");
            servers.put(annotation.value(), url(field, read(field)));
        }
        for (Method method : methods(testClass, ArazzoServer.class, "@ArazzoServer", 0)) {
            ArazzoServer annotation = findAnnotation(method, ArazzoServer.class).orElseThrow();
            servers.put(annotation.value(), url(method, ReflectionSupport.invokeMethod(method, null)));
        }
        Map<String, Method> inputs = new HashMap<>();
        for (Method method : methods(testClass, ArazzoInputs.class, "@ArazzoInputs", 0)) {
            inputs.put(findAnnotation(method, ArazzoInputs.class).orElseThrow().value(), method);
        }
        return new ClassMembers(servers, inputs, methods(testClass, ArazzoRequest.class, "@ArazzoRequest", 1));
    }

    Contributions contributions() {
        return new Contributions(servers, this::inputsOf, RequestCustomizers.calling(requests));
    }

    private Optional<Map<?, ?>> inputsOf(String workflowId) {
        Method method = inputs.get(workflowId);
        if (method == null) {
            return Optional.empty();
        }
        if (ReflectionSupport.invokeMethod(method, null) instanceof Map<?, ?> values) {
            return Optional.of(values);
        }
        throw new JUnitException(describe(method) + " has to return a Map of inputs.");
    }

    private static List<Method> methods(
            Class<?> testClass, Class<? extends java.lang.annotation.Annotation> type, String name, int parameters) {
        List<Method> methods = findAnnotatedMethods(testClass, type, HierarchyTraversalMode.TOP_DOWN);
        for (Method method : methods) {
            requireStatic(method, name);
            if (method.getParameterCount() != parameters) {
                throw new JUnitException(describe(method) + " has to have " + parameters + " parameter"
                        + (parameters == 1 ? " of type RequestSpecification." : "s."));
            }
        }
        return methods;
    }

    private static void requireStatic(Member member, String annotation) {
        if (!Modifier.isStatic(member.getModifiers())) {
            throw new JUnitException(describe(member) + " has " + annotation
                    + " and so has to be static: the class is never instantiated.");
        }
    }

    private static @Nullable Object read(Field field) {
        return ReflectionSupport.tryToReadFieldValue(field, null)
                .getOrThrow(e -> new JUnitException(describe(field) + " cannot be read: " + e.getMessage(), e));
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
                throw new JUnitException(describe(member) + " gives '" + text + "', which is no URL.", e);
            }
        }
        throw new JUnitException(describe(member) + " has @ArazzoServer and so has to give a String, a URI or an int"
                + " with a port, not "
                + (value == null ? "null" : value.getClass().getName()) + ".");
    }

    private static String describe(Member member) {
        return member.getDeclaringClass().getName() + "." + member.getName();
    }
}
