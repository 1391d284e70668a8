package io.github.arazzojunit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.arazzojunit.model.Parameter;

/**
 * A parameter of a step, evaluated.
 *
 * @param value of any JSON type; a missing node where the expression found nothing (AMB-29)
 */
public record RequestParameter(String name, Parameter.Location in, JsonNode value) {}
