/** Runs workflows on behalf of nodes and reports what happens to the platform while it happens. */
@NullMarked
package io.github.arazzojunit.junit.execution;

import org.jspecify.annotations.NullMarked;
