/** Text of a YAML or JSON file, read into a tree with positions and, for Arazzo documents, into the model. */
@NullMarked
package io.github.arazzojunit.reader;

import org.jspecify.annotations.NullMarked;
