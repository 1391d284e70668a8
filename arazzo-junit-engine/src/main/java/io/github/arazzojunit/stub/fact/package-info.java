/** What the provider of a run is known to hold: resources with what was sent, asked for, shown and deleted. */
@NullMarked
package io.github.arazzojunit.stub.fact;

import org.jspecify.annotations.NullMarked;
