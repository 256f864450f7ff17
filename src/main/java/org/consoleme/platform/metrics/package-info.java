/** The registry that meters are kept in. */
package org.consoleme.platform.metrics;
