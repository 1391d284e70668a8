package io.github.arazzojunit.junit.execution;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import io.github.arazzojunit.ArazzoInputs;
import io.github.arazzojunit.ArazzoRequest;
import io.github.arazzojunit.http.RequestCustomizers;
import io.github.arazzojunit.launch.Contributions;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * What a test class contributes through its annotated static members.
 *
 * @param servers where requests go
 * @param inputs methods that give the inputs of a workflow, by workflow id
 * @param requests methods that customize each request
 */
record ClassMembers(ServerMembers servers, Map<String, Method> inputs, List<Method> requests) {

    /**
     * Reads a class; asks for the servers at once, and starts those that are containers.
     *
     * @throws JUnitException when a member cannot be used; the message says what it should be
     */
    static ClassMembers of(Class<?> testClass) {
        Map<String, Method> inputs = new HashMap<>();
        for (Method method : methods(testClass, ArazzoInputs.class, "@ArazzoInputs", 0)) {
            inputs.put(findAnnotation(method, ArazzoInputs.class).orElseThrow().value(), method);
        }
        List<Method> requests = methods(testClass, ArazzoRequest.class, "@ArazzoRequest", 1);
        // Last, because containers start here and somebody has to be there to stop them.
        return new ClassMembers(ServerMembers.of(testClass), inputs, requests);
    }

    Contributions contributions() {
        return new Contributions(
                servers.urls(),
                servers.descriptions(),
                servers.containers(),
                this::inputsOf,
                RequestCustomizers.calling(requests));
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

    static List<Method> methods(
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

    static void requireStatic(Member member, String annotation) {
        if (!Modifier.isStatic(member.getModifiers())) {
            throw new JUnitException(describe(member) + " has " + annotation
                    + " and so has to be static: the class is never instantiated.");
        }
    }

    static String describe(Member member) {
        return member.getDeclaringClass().getName() + "." + member.getName();
    }
}
