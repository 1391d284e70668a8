/** The embedded stub server: the user's WireMock mappings, one isolated server for each run. The only user of WireMock. */
@NullMarked
package io.github.arazzojunit.stub;

import org.jspecify.annotations.NullMarked;
