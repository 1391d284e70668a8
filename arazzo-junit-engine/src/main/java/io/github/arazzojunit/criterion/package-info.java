/** Criteria: conditions in five languages, judged against what a run has seen, with the values that decided. */
@NullMarked
package io.github.arazzojunit.criterion;

import org.jspecify.annotations.NullMarked;
