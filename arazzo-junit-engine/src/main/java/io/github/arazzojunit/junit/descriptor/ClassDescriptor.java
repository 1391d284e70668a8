package io.github.arazzojunit.junit.descriptor;

import io.github.arazzojunit.junit.execution.ArazzoExecutionContext;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with {@link io.github.arazzojunit.ArazzoTest}. */
public final class ClassDescriptor extends ArazzoDescriptor {

    /** Type of the segment in unique ids; the value is the fully qualified name. */
    public static final String SEGMENT_TYPE = "class";

    private final Class<?> testClass;

    public ClassDescriptor(UniqueId parentId, Class<?> testClass) {
        super(parentId.append(SEGMENT_TYPE, testClass.getName()), simpleName(testClass), ClassSource.from(testClass));
        this.testClass = testClass;
    }

    private static String simpleName(Class<?> testClass) {
        String simple = testClass.getSimpleName();
        return simple.isEmpty() ? testClass.getName() : simple;
    }

    public Class<?> testClass() {
        return testClass;
    }

    @Override
    public String getLegacyReportingName() {
        return testClass.getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public ArazzoExecutionContext before(ArazzoExecutionContext context) {
        return context.beginClass(this);
    }

    @Override
    public void after(ArazzoExecutionContext context) {
        context.reportClass(this);
    }

    @Override
    public void cleanUp(ArazzoExecutionContext context) {
        context.endClass();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
