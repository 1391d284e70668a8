/** Time limits for evaluations that a document can make endless. */
@NullMarked
package io.github.arazzojunit.criterion.limit;

import org.jspecify.annotations.NullMarked;
