package io.github.arazzojunit.junit.execution;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedMethods;

import io.github.arazzojunit.AfterWorkflow;
import io.github.arazzojunit.BeforeWorkflow;
import io.github.arazzojunit.WorkflowContext;
import io.github.arazzojunit.WorkflowOutcome;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The methods of a test class around each run of a workflow, in the order in which they are called. */
public record WorkflowMethods(List<Method> before, List<Method> after) {

    private static final String BEFORE = "@BeforeWorkflow";
    private static final String AFTER = "@AfterWorkflow";

    /** No methods. */
    static final WorkflowMethods NONE = new WorkflowMethods(List.of(), List.of());

    /** Those of a class, usable or not, as Jupiter finds and orders its own. */
    public static WorkflowMethods of(Class<?> testClass) {
        return new WorkflowMethods(
                findAnnotatedMethods(testClass, BeforeWorkflow.class, HierarchyTraversalMode.TOP_DOWN),
                findAnnotatedMethods(testClass, AfterWorkflow.class, HierarchyTraversalMode.BOTTOM_UP));
    }

    boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** What is wrong with methods that cannot be called, with the remedy; empty when all can. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        before.forEach(method -> check(method, BEFORE, false, problems));
        after.forEach(method -> check(method, AFTER, true, problems));
        return problems;
    }

    private static void check(Method method, String annotation, boolean ended, List<String> problems) {
        String name = ClassMembers.describe(method) + " has " + annotation + " and so has to ";
        if (!ModifierSupport.isStatic(method)) {
            problems.add(name + "be static: the class is never instantiated. Write 'static' in front of it.");
        }
        if (method.getReturnType() != void.class) {
            problems.add(name + "return nothing: nobody would take the "
                    + method.getReturnType().getSimpleName() + ". Write 'void' as its return type.");
        }
        List<Argument> seen = new ArrayList<>();
        for (Type type : method.getGenericParameterTypes()) {
            Optional<Argument> argument = Argument.of(type, ended);
            if (argument.isEmpty() || seen.contains(argument.get())) {
                problems.add(name + "have other parameters: " + type.getTypeName()
                        + (argument.isEmpty() ? " is not one that it can get." : " can be there only once.")
                        + " Take any of " + Argument.names(ended) + ", each once, in any order.");
            }
            argument.ifPresent(seen::add);
        }
    }

    /** Calls the methods that come first until one fails; gives its failure. */
    Optional<Throwable> callBefore(WorkflowContext context) {
        for (Method method : before) {
            Optional<Throwable> failure = call(method, context, Optional.empty());
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** Calls all methods that come last; gives their failures. */
    List<Throwable> callAfter(WorkflowContext context, WorkflowOutcome outcome) {
        return after.stream()
                .flatMap(method -> call(method, context, Optional.of(outcome)).stream())
                .toList();
    }

    private static Optional<Throwable> call(Method method, WorkflowContext context, Optional<WorkflowOutcome> outcome) {
        try {
            Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                    .map(type ->
                            Argument.of(type, outcome.isPresent()).orElseThrow().value(context, outcome))
                    .toArray();
            ReflectionSupport.invokeMethod(method, null, arguments);
            return Optional.empty();
        } catch (Throwable e) { // of the user's method, so of whatever type
            return Optional.of(e);
        }
    }

    /** What a parameter of a method can get, told by its type: names are lost when the class is compiled. */
    private enum Argument {
        CONTEXT("WorkflowContext"),
        WORKFLOW_ID("String (the workflowId)"),
        INPUTS("Map<String, ?> (the inputs)"),
        OUTCOME("WorkflowOutcome");

        private final String description;

        Argument(String description) {
            this.description = description;
        }

        static Optional<Argument> of(Type type, boolean ended) {
            if (type == WorkflowContext.class) {
                return Optional.of(CONTEXT);
            }
            if (type == String.class) {
                return Optional.of(WORKFLOW_ID);
            }
            if (isMapOfAnything(type)) {
                return Optional.of(INPUTS);
            }
            return Optional.of(OUTCOME).filter(outcome -> ended && type == WorkflowOutcome.class);
        }

        /** A map of, say, integers would fail where the method reads it, and without a word about why. */
        private static boolean isMapOfAnything(Type type) {
            if (!(type instanceof ParameterizedType map)) {
                return type == Map.class;
            }
            Type[] arguments = map.getActualTypeArguments();
            return map.getRawType() == Map.class
                    && (arguments[0] == String.class || isUnbound(arguments[0]))
                    && (arguments[1] == Object.class || isUnbound(arguments[1]));
        }

        private static boolean isUnbound(Type type) {
            return type instanceof WildcardType wildcard
                    && wildcard.getLowerBounds().length == 0
                    && wildcard.getUpperBounds()[0] == Object.class;
        }

        static String names(boolean ended) {
            List<String> names = Arrays.stream(values())
                    .filter(argument -> ended || argument != OUTCOME)
                    .map(argument -> argument.description)
                    .toList();
            return String.join(", ", names);
        }

        Object value(WorkflowContext context, Optional<WorkflowOutcome> outcome) {
            return switch (this) {
                case CONTEXT -> context;
                case WORKFLOW_ID -> context.workflowId();
                case INPUTS -> context.inputs();
                case OUTCOME -> outcome.orElseThrow();
            };
        }
    }
}
