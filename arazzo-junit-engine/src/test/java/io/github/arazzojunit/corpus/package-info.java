/** Runs public documents through the engine, with nothing but what their authors wrote. */
@NullMarked
package io.github.arazzojunit.corpus;

import org.jspecify.annotations.NullMarked;
