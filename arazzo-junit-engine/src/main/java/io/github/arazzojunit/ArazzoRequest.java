package io.github.arazzojunit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Customizes the request of every step: authentication, filters, logging.
 *
 * <p>On a static method of a class with {@link ArazzoTest} that has one parameter of type
 * {@code io.restassured.specification.RequestSpecification} and returns nothing. It is called for each attempt of each
 * step, after the request was built from the document and before it is sent, possibly by several threads at the same
 * time. An exception fails the step. The presence of such a method makes REST Assured send the requests, unless
 * {@value Constants#HTTP_TRANSPORT_PROPERTY_NAME} says otherwise.
 *
 * <pre>{@code
 * @ArazzoRequest
 * static void authenticate(RequestSpecification request) {
 *     request.auth().oauth2(token());
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface ArazzoRequest {}
