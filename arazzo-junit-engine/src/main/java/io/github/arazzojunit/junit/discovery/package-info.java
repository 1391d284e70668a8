/** Finds documents and makes the test tree of them, without any request to the network. */
@NullMarked
package io.github.arazzojunit.junit.discovery;

import org.jspecify.annotations.NullMarked;
