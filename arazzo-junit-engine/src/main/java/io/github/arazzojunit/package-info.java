/** What a test class writes to run Arazzo documents, and the names of all configuration parameters. */
@NullMarked
package io.github.arazzojunit;

import org.jspecify.annotations.NullMarked;
