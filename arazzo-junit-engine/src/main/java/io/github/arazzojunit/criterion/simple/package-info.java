/** Simple conditions: their grammar, their syntax tree and their evaluation. */
@NullMarked
package io.github.arazzojunit.criterion.simple;

import org.jspecify.annotations.NullMarked;
