/** Workflows inside of tests of JUnit Jupiter. */
@NullMarked
package io.github.arazzojunit.jupiter;

import org.jspecify.annotations.NullMarked;
