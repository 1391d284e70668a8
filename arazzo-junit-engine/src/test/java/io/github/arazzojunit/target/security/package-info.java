@NullMarked
package io.github.arazzojunit.target.security;

import org.jspecify.annotations.NullMarked;
