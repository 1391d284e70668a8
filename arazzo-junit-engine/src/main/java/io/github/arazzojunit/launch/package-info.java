/** Runs workflows as the configuration and the test say, and turns what happened into what a test throws. */
@NullMarked
package io.github.arazzojunit.launch;

import org.jspecify.annotations.NullMarked;
