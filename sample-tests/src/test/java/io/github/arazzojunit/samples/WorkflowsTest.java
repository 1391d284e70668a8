package io.github.arazzojunit.samples;

import io.github.arazzojunit.ArazzoTest;

/** All that a module needs: every Arazzo document on the test class path runs below this class. */
@ArazzoTest
class WorkflowsTest {}
