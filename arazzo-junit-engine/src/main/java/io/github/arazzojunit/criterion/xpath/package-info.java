/** XPath in its four versions, over XML that cannot reach anything outside of itself. */
@NullMarked
package io.github.arazzojunit.criterion.xpath;

import org.jspecify.annotations.NullMarked;
