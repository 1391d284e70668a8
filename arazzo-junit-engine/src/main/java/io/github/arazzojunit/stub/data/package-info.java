/** Makes values that satisfy JSON Schemas, the same ones for the same seed and place. */
@NullMarked
package io.github.arazzojunit.stub.data;

import org.jspecify.annotations.NullMarked;
