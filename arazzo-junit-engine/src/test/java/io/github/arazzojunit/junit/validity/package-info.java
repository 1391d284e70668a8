/** Mistakes in documents, and what a run makes of them. */
@NullMarked
package io.github.arazzojunit.junit.validity;

import org.jspecify.annotations.NullMarked;
