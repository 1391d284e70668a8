/** Rules that find what is wrong with a readable document: names, order, conditions, and what the sources say. */
@NullMarked
package io.github.arazzojunit.validation;

import org.jspecify.annotations.NullMarked;
