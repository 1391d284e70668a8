/** Immutable records of an Arazzo document, each with its place in the text. Knows no other package. */
@NullMarked
package io.github.arazzojunit.model;

import org.jspecify.annotations.NullMarked;
