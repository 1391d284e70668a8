package org.example;

import io.github.arazzojunit.ArazzoTest;

@ArazzoTest("classpath:books.arazzo.yaml")
class WorkflowsTest {}
