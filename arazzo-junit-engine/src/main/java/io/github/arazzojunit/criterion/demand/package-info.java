/** What a condition asks of the values that it reads, for those who have to supply them. */
@NullMarked
package io.github.arazzojunit.criterion.demand;

import org.jspecify.annotations.NullMarked;
