package org.example;

import io.github.arazzojunit.ArazzoTest;

@ArazzoTest
class FirstTest {}
