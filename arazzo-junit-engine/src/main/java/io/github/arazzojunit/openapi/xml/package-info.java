/** XML bodies as the XML Object of OpenAPI maps them to values and back. */
@NullMarked
package io.github.arazzojunit.openapi.xml;

import org.jspecify.annotations.NullMarked;
