/** Where requests go: stub servers, configured servers, containers, the servers of a description. */
@NullMarked
package io.github.arazzojunit.target;

import org.jspecify.annotations.NullMarked;
