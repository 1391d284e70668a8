/** Configuration parameters, read once per discovery and typed. */
@NullMarked
package io.github.arazzojunit.config;

import org.jspecify.annotations.NullMarked;
