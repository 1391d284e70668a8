/** What a run leaves behind: an HTML report, a HAR file and the coverage of descriptions and workflows. */
@NullMarked
package io.github.arazzojunit.report;

import org.jspecify.annotations.NullMarked;
