/** Holds the runner against the conformance cases; the format of the cases is described in their README. */
@NullMarked
package io.github.arazzojunit.conformance;

import org.jspecify.annotations.NullMarked;
