/** Runs the nodes of the test tree. */
@NullMarked
package io.github.arazzojunit.junit.execution;

import org.jspecify.annotations.NullMarked;
