/** The nodes of the test tree: what they are called, where they stand and what they hold for the execution. */
@NullMarked
package io.github.arazzojunit.junit.descriptor;

import org.jspecify.annotations.NullMarked;
