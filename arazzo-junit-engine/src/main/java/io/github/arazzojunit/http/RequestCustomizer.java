package io.github.arazzojunit.http;

import io.restassured.specification.RequestSpecification;
import java.util.function.UnaryOperator;

/** Changes a request that REST Assured is about to send. */
@FunctionalInterface
public interface RequestCustomizer extends UnaryOperator<RequestSpecification> {}
