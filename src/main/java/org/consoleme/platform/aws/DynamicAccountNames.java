package org.consoleme.platform.aws;

import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code account_ids_to_name} of the dynamic configuration as it is now; whoever loads that
 * configuration provides the bean.
 */
@FunctionalInterface
public interface DynamicAccountNames extends Supplier<Map<String, String>> {}
