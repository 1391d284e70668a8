/** Requests, responses and workflow inputs against the schemas that describe them. The only user of the JSON Schema library. */
@NullMarked
package io.github.arazzojunit.contract;

import org.jspecify.annotations.NullMarked;
