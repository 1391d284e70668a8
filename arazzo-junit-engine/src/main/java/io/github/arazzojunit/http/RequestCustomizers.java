package io.github.arazzojunit.http;

import io.restassured.specification.RequestSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/** Makes customizers of requests from methods of the user. */
public final class RequestCustomizers {

    private RequestCustomizers() {}

    /**
     * Customizers that call these methods in their order.
     *
     * @param methods static, with one parameter of type {@link RequestSpecification}
     */
    public static List<RequestCustomizer> calling(List<Method> methods) {
        methods.forEach(method -> method.setAccessible(true));
        return methods.stream()
                .<RequestCustomizer>map(method -> request -> call(method, request))
                .toList();
    }

    private static RequestSpecification call(Method method, RequestSpecification request) {
        try {
            return method.invoke(null, request) instanceof RequestSpecification other ? other : request;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    method.getName() + " (@ArazzoRequest) failed: " + e.getTargetException(), e.getTargetException());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    method.getName() + " (@ArazzoRequest) has to take one RequestSpecification: " + e.getMessage(), e);
        }
    }
}
