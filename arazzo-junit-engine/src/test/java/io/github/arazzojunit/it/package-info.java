/** Whole builds of small user modules with the packaged engine, judged by what Surefire and Failsafe report. */
@NullMarked
package io.github.arazzojunit.it;

import org.jspecify.annotations.NullMarked;
