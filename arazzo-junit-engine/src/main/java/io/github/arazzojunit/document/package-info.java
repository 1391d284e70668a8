/** Finds and reads documents with the inputs beside them, and sorts what is wrong with them. */
@NullMarked
package io.github.arazzojunit.document;

import org.jspecify.annotations.NullMarked;
