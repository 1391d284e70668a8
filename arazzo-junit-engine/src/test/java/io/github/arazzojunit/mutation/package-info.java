/** Provider answers that are wrong in one place: none of them may leave a workflow green. */
@NullMarked
package io.github.arazzojunit.mutation;

import org.jspecify.annotations.NullMarked;
