package org.example;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

@Suite
@IncludeEngines("arazzo")
@SelectClasspathResource("parcels.arazzo.yaml")
class WorkflowsTest {}
