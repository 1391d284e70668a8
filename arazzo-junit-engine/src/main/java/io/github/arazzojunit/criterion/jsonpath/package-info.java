/** JSONPath as RFC 9535 defines it, evaluated over Jackson trees, and conditions built from such queries. */
@NullMarked
package io.github.arazzojunit.criterion.jsonpath;

import org.jspecify.annotations.NullMarked;
