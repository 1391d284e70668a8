/** What an Arazzo document refers to: loads and classifies sources, resolves operations and workflows of other files. */
@NullMarked
package io.github.arazzojunit.source;

import org.jspecify.annotations.NullMarked;
