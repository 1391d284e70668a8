/** Requests and responses: building a request for an operation, and sending it through one of two transports. */
@NullMarked
package io.github.arazzojunit.http;

import org.jspecify.annotations.NullMarked;
