/** Answers made from the documents, for operations that no mapping of the user serves. */
@NullMarked
package io.github.arazzojunit.stub.made;

import org.jspecify.annotations.NullMarked;
