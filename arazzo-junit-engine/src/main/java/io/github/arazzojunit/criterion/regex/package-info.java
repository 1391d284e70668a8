/** Regular expressions of ECMA-262, run by {@code java.util.regex} within a time limit. */
@NullMarked
package io.github.arazzojunit.criterion.regex;

import org.jspecify.annotations.NullMarked;
