/** OpenAPI descriptions as far as a run needs them: operations, parameters, bodies, responses, servers, security. */
@NullMarked
package io.github.arazzojunit.openapi;

import org.jspecify.annotations.NullMarked;
