package org.consoleme.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Has DynamoDB Local to itself, without tables before each test: the class runs beside others, and
 * never beside one that is marked so as well.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DynamoLocalExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DynamoDB Local")
public @interface OnDynamoLocal {}
