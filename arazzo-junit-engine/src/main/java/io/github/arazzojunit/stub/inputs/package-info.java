/** Inputs that nobody gave, made from the schemas of the workflow and of the places that they flow into. */
@NullMarked
package io.github.arazzojunit.stub.inputs;

import org.jspecify.annotations.NullMarked;
