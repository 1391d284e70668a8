/** Credentials: what the security schemes of a description ask for, from the configuration. */
@NullMarked
package io.github.arazzojunit.target.security;

import org.jspecify.annotations.NullMarked;
