/** The interpreter: a state machine over documents, inputs, a clock, a sleeper and a target. Knows no JUnit type. */
@NullMarked
package io.github.arazzojunit.runner;

import org.jspecify.annotations.NullMarked;
