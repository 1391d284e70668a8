package io.github.arazzojunit.reader;

/** Readers of the lists that may contain Reusable Objects. */
record ListReaders(ParameterLists parameters, ActionLists successActions, ActionLists failureActions) {}
