/** Runtime expressions and templates: parsing, and evaluation to a value, a missing value or an error. */
@NullMarked
package io.github.arazzojunit.expression;

import org.jspecify.annotations.NullMarked;
