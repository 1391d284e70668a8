/** The engine of the JUnit Platform; with its subpackages the only user of the platform's API. */
@NullMarked
package io.github.arazzojunit.junit;

import org.jspecify.annotations.NullMarked;
